package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.notification_fanout}. */
@Component
class CrowdStore {

    /** A post of which some are not told yet: those with a greater id. */
    record Crowd(PostId post, AccountId author, Kind kind, AccountId told) {}

    private final JdbcClient jdbc;

    CrowdStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether anybody's bell is on. */
    boolean anyBell(AccountId author) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM social.follow WHERE followed_id = ? AND bell)")
                .param(author.value())
                .query(Boolean.class)
                .single();
    }

    boolean insert(Kind kind, AccountId author, PostId post) {
        return jdbc.sql("""
                INSERT INTO social.notification_fanout (post_id, author_id, kind) VALUES (?, ?, ?)
                    ON CONFLICT DO NOTHING
                """)
                        .param(post.value())
                        .param(author.value())
                        .param(kind.word())
                        .update()
                > 0;
    }

    /** One of them, for this transaction alone; new ones first, so that a great crowd holds up no small one. */
    Optional<Crowd> take() {
        return jdbc.sql("""
                SELECT post_id, author_id, kind, told FROM social.notification_fanout
                 ORDER BY told, post_id LIMIT 1 FOR UPDATE SKIP LOCKED
                """)
                .query((row, _) -> new Crowd(
                        new PostId(row.getLong(1)),
                        new AccountId(row.getLong(2)),
                        Kind.of(row.getString(3)).orElseThrow(),
                        new AccountId(row.getLong(4))))
                .optional();
    }

    /** Whose bell is on for the author. */
    List<AccountId> followers(Crowd crowd, int limit) {
        return jdbc.sql("""
                SELECT follower_id FROM social.follow
                 WHERE followed_id = ? AND bell AND follower_id > ?
                 ORDER BY follower_id LIMIT ?
                """)
                .param(crowd.author().value())
                .param(crowd.told().value())
                .param(limit)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .list();
    }

    /** Who voted in the post's poll. */
    List<AccountId> voters(Crowd crowd, int limit) {
        return jdbc.sql("""
                SELECT account_id FROM social.poll_vote
                 WHERE post_id = ? AND account_id > ?
                 ORDER BY account_id LIMIT ?
                """)
                .param(crowd.post().value())
                .param(crowd.told().value())
                .param(limit)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .list();
    }

    void told(Crowd crowd, AccountId last) {
        jdbc.sql("UPDATE social.notification_fanout SET told = ? WHERE post_id = ? AND kind = ?")
                .param(last.value())
                .param(crowd.post().value())
                .param(crowd.kind().word())
                .update();
    }

    void done(Crowd crowd) {
        jdbc.sql("DELETE FROM social.notification_fanout WHERE post_id = ? AND kind = ?")
                .param(crowd.post().value())
                .param(crowd.kind().word())
                .update();
    }

    void delete(PostId post) {
        jdbc.sql("DELETE FROM social.notification_fanout WHERE post_id = ?")
                .param(post.value())
                .update();
    }
}

package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.notification_fanout}. */
@Component
class BellStore {

    /** A post of which some are not told yet: those after this follower. */
    record Bell(PostId post, AccountId author, Kind kind, AccountId told) {}

    private final JdbcClient jdbc;

    BellStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether anybody's bell is on. */
    boolean any(AccountId author) {
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

    /** One of them, for this transaction alone. */
    Optional<Bell> take() {
        return jdbc.sql("""
                SELECT post_id, author_id, kind, told FROM social.notification_fanout
                 ORDER BY post_id LIMIT 1 FOR UPDATE SKIP LOCKED
                """)
                .query((row, _) -> new Bell(
                        new PostId(row.getLong(1)),
                        new AccountId(row.getLong(2)),
                        Kind.of(row.getString(3)).orElseThrow(),
                        new AccountId(row.getLong(4))))
                .optional();
    }

    List<AccountId> followers(AccountId author, AccountId after, int limit) {
        return jdbc.sql("""
                SELECT follower_id FROM social.follow
                 WHERE followed_id = ? AND bell AND follower_id > ?
                 ORDER BY follower_id LIMIT ?
                """)
                .param(author.value())
                .param(after.value())
                .param(limit)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .list();
    }

    void told(PostId post, AccountId last) {
        jdbc.sql("UPDATE social.notification_fanout SET told = ? WHERE post_id = ?")
                .param(last.value())
                .param(post.value())
                .update();
    }

    void delete(PostId post) {
        jdbc.sql("DELETE FROM social.notification_fanout WHERE post_id = ?")
                .param(post.value())
                .update();
    }
}

package com.socialflow.social.reactions;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.post_like}, {@code social.repost} and {@code social.bookmark}, which have one shape. */
@Component
class ReactionStore {

    /** A row of a list, and its place there. */
    record Placed<T>(T what, long position) {}

    private final JdbcClient jdbc;

    ReactionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The author of the post, which stays published until this transaction ends; empty when it is not. */
    Optional<AccountId> lockShared(PostId post) {
        return jdbc.sql("SELECT author_id FROM social.post WHERE id = ? AND state = 'published' FOR SHARE")
                .param(post.value())
                .query((row, _) -> new AccountId(row.getLong(1)))
                .optional();
    }

    AccountId author(PostId post) {
        return jdbc.sql("SELECT author_id FROM social.post WHERE id = ?")
                .param(post.value())
                .query((row, _) -> new AccountId(row.getLong(1)))
                .single();
    }

    /** False when it is there already. */
    boolean insert(Reaction reaction, AccountId account, PostId post, long position) {
        return jdbc.sql("""
                        INSERT INTO %s (account_id, post_id, %s) VALUES (?, ?, ?)
                            ON CONFLICT (account_id, post_id) DO NOTHING
                        """.formatted(reaction.table(), reaction.position()))
                        .param(account.value())
                        .param(post.value())
                        .param(position)
                        .update()
                == 1;
    }

    /** The position that it had; empty when it was not there. */
    OptionalLong delete(Reaction reaction, AccountId account, PostId post) {
        return jdbc
                .sql("DELETE FROM %s WHERE account_id = ? AND post_id = ? RETURNING %s"
                        .formatted(reaction.table(), reaction.position()))
                .param(account.value())
                .param(post.value())
                .query((row, _) -> row.getLong(1))
                .stream()
                .mapToLong(Long::longValue)
                .findAny();
    }

    /** Who did it, the last first. */
    List<Placed<AccountId>> of(Reaction reaction, PostId post, long before, int limit) {
        return jdbc.sql("""
                SELECT account_id, %2$s FROM %1$s
                 WHERE post_id = ? AND %2$s < ?
                 ORDER BY %2$s DESC
                 LIMIT ?
                """.formatted(reaction.table(), reaction.position()))
                .param(post.value())
                .param(before)
                .param(limit)
                .query((row, _) -> new Placed<>(new AccountId(row.getLong(1)), row.getLong(2)))
                .list();
    }

    /** With what somebody did it, the last first. */
    List<Placed<PostId>> by(Reaction reaction, AccountId account, long before, int limit) {
        return jdbc.sql("""
                SELECT post_id, %2$s FROM %1$s
                 WHERE account_id = ? AND %2$s < ?
                 ORDER BY %2$s DESC
                 LIMIT ?
                """.formatted(reaction.table(), reaction.position()))
                .param(account.value())
                .param(before)
                .param(limit)
                .query((row, _) -> new Placed<>(new PostId(row.getLong(1)), row.getLong(2)))
                .list();
    }

    /** The posts that quote it and that may be shown, the last first. */
    List<PostId> quotes(PostId post, long before, int limit) {
        return jdbc.sql("""
                SELECT id FROM social.post
                 WHERE quote_id = ? AND id < ? AND state = 'published' AND NOT quote_revoked
                 ORDER BY id DESC
                 LIMIT ?
                """)
                .param(post.value())
                .param(before)
                .param(limit)
                .query((row, _) -> new PostId(row.getLong(1)))
                .list();
    }

    /** Deleted posts whose reactions are still there. */
    List<PostId> leftovers(int limit) {
        return jdbc.sql("SELECT post_id FROM social.post_leftover ORDER BY post_id LIMIT ?")
                .param(limit)
                .query((row, _) -> new PostId(row.getLong(1)))
                .list();
    }

    /** Takes some reactions of a deleted post away, and gives how many. */
    int deleteSome(Reaction reaction, PostId post, int limit) {
        return jdbc.sql("""
                DELETE FROM %1$s
                 WHERE (account_id, post_id) IN (SELECT account_id, post_id FROM %1$s WHERE post_id = ? LIMIT ?)
                """.formatted(reaction.table()))
                .param(post.value())
                .param(limit)
                .update();
    }

    void deleteLeftover(PostId post) {
        jdbc.sql("DELETE FROM social.post_leftover WHERE post_id = ?")
                .param(post.value())
                .update();
    }
}

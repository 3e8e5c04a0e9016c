package com.socialflow.social.homes;

import com.socialflow.core.AccountId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who is to get what somebody publishes. */
@Component
class FollowerStore {

    /** A follower and the follow's sort key. */
    record Follower(AccountId account, long position) {}

    private final JdbcClient jdbc;

    FollowerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Followers before the position, those who followed last first. From the index alone. */
    List<Follower> all(AccountId followed, long before, int limit) {
        return jdbc.sql("""
                SELECT follower_id, position FROM social.follow
                 WHERE followed_id = ? AND position < ?
                 ORDER BY position DESC
                 LIMIT ?
                """)
                .param(followed.value())
                .param(before)
                .param(limit)
                .query((row, _) -> new Follower(new AccountId(row.getLong(1)), row.getLong(2)))
                .list();
    }

    /** The same of those who also follow the other, and the other. */
    List<Follower> forAnswers(AccountId followed, AccountId other, long before, int limit) {
        return jdbc.sql("""
                SELECT f.follower_id, f.position FROM social.follow f
                 WHERE f.followed_id = :followed AND f.position < :before
                   AND (f.follower_id = :other OR EXISTS (
                        SELECT 1 FROM social.follow o WHERE o.follower_id = f.follower_id AND o.followed_id = :other))
                 ORDER BY f.position DESC
                 LIMIT :limit
                """)
                .param("followed", followed.value())
                .param("other", other.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> new Follower(new AccountId(row.getLong(1)), row.getLong(2)))
                .list();
    }
}

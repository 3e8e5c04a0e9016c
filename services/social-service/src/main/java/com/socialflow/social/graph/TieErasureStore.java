package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes away the ties of somebody who is gone, some at a time. */
@Component
class TieErasureStore {

    private final JdbcClient jdbc;

    TieErasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives whom the person followed. */
    List<AccountId> deleteFollowing(AccountId account, int limit) {
        return jdbc.sql("""
                DELETE FROM social.follow
                 WHERE follower_id = :account
                   AND followed_id IN (SELECT followed_id FROM social.follow WHERE follower_id = :account LIMIT :limit)
                RETURNING followed_id
                """)
                .param("account", account.value())
                .param("limit", limit)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .list();
    }

    /** Gives who followed the person. */
    List<AccountId> deleteFollowers(AccountId account, int limit) {
        return jdbc.sql("""
                DELETE FROM social.follow
                 WHERE followed_id = :account
                   AND follower_id IN (SELECT follower_id FROM social.follow WHERE followed_id = :account LIMIT :limit)
                RETURNING follower_id
                """)
                .param("account", account.value())
                .param("limit", limit)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .list();
    }

    int deleteRequests(AccountId account, int limit) {
        return jdbc.sql("""
                DELETE FROM social.follow_request
                 WHERE (target_id, requester_id) IN (
                       (SELECT target_id, requester_id FROM social.follow_request
                         WHERE target_id = :account LIMIT :limit)
                       UNION ALL
                       (SELECT target_id, requester_id FROM social.follow_request
                         WHERE requester_id = :account LIMIT :limit))
                """)
                .param("account", account.value())
                .param("limit", limit)
                .update();
    }

    int deleteBlocks(AccountId account, int limit) {
        return jdbc.sql("""
                DELETE FROM social.block
                 WHERE (blocker_id, blocked_id) IN (
                       (SELECT blocker_id, blocked_id FROM social.block WHERE blocker_id = :account LIMIT :limit)
                       UNION ALL
                       (SELECT blocker_id, blocked_id FROM social.block WHERE blocked_id = :account LIMIT :limit))
                """)
                .param("account", account.value())
                .param("limit", limit)
                .update();
    }

    int deleteMutes(AccountId account, int limit) {
        return jdbc.sql("""
                DELETE FROM social.mute
                 WHERE (muter_id, muted_id) IN (
                       (SELECT muter_id, muted_id FROM social.mute WHERE muter_id = :account LIMIT :limit)
                       UNION ALL
                       (SELECT muter_id, muted_id FROM social.mute WHERE muted_id = :account LIMIT :limit))
                """)
                .param("account", account.value())
                .param("limit", limit)
                .update();
    }
}

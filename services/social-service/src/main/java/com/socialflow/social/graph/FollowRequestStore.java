package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.social.graph.FollowStore.Entry;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.follow_request}. */
@Component
class FollowRequestStore {

    private final JdbcClient jdbc;

    FollowRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False, and nothing, when it is there. */
    boolean insert(AccountId requester, AccountId target, long position, FollowOptions options) {
        return jdbc.sql("""
                        INSERT INTO social.follow_request (requester_id, target_id, position, reposts, bell, video_id)
                        VALUES (:requester, :target, :position, :reposts, :bell, :video)
                            ON CONFLICT (target_id, requester_id) DO NOTHING
                        """)
                        .param("requester", requester.value())
                        .param("target", target.value())
                        .param("position", position)
                        .param("reposts", options.reposts())
                        .param("bell", options.bell())
                        .param("video", options.videoId(), Types.BIGINT)
                        .update()
                == 1;
    }

    Optional<FollowOptions> options(AccountId requester, AccountId target) {
        return jdbc.sql("""
                SELECT reposts, bell, video_id FROM social.follow_request
                 WHERE target_id = ? AND requester_id = ?
                """)
                .param(target.value())
                .param(requester.value())
                .query((row, _) -> FollowStore.options(row))
                .optional();
    }

    void set(AccountId requester, AccountId target, FollowOptions options) {
        jdbc.sql("""
                UPDATE social.follow_request SET reposts = :reposts, bell = :bell
                 WHERE target_id = :target AND requester_id = :requester
                """)
                .param("requester", requester.value())
                .param("target", target.value())
                .param("reposts", options.reposts())
                .param("bell", options.bell())
                .update();
    }

    /** Takes the request away and gives how the person wanted to follow; empty when there was none. */
    Optional<FollowOptions> delete(AccountId requester, AccountId target) {
        return jdbc.sql("""
                DELETE FROM social.follow_request
                 WHERE target_id = :target AND requester_id = :requester
                RETURNING reposts, bell, video_id
                """)
                .param("requester", requester.value())
                .param("target", target.value())
                .query((row, _) -> FollowStore.options(row))
                .optional();
    }

    /** Who waits to be let in, the newest first. */
    List<Entry> of(AccountId target, long before, int limit) {
        return jdbc.sql("""
                SELECT position, requester_id FROM social.follow_request
                 WHERE target_id = ? AND position < ?
                 ORDER BY position DESC
                 LIMIT ?
                """)
                .param(target.value())
                .param(before)
                .param(limit)
                .query((row, _) -> new Entry(row.getLong(1), new AccountId(row.getLong(2))))
                .list();
    }

    /** Who waits longest. */
    List<AccountId> oldest(AccountId target, int limit) {
        return jdbc.sql("""
                SELECT requester_id FROM social.follow_request
                 WHERE target_id = :target
                 ORDER BY position
                 LIMIT :limit
                """)
                .param("target", target.value())
                .param("limit", limit)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .list();
    }

    /** Whom a person asks, the newest first. */
    List<Entry> by(AccountId requester, long before, int limit) {
        return jdbc.sql("""
                SELECT position, target_id FROM social.follow_request
                 WHERE requester_id = ? AND position < ?
                 ORDER BY position DESC
                 LIMIT ?
                """)
                .param(requester.value())
                .param(before)
                .param(limit)
                .query((row, _) -> new Entry(row.getLong(1), new AccountId(row.getLong(2))))
                .list();
    }
}

package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.social.graph.FollowStore.Entry;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.block}. */
@Component
class BlockStore {

    private final JdbcClient jdbc;

    BlockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False, and nothing, when it is there. */
    boolean insert(AccountId blocker, AccountId blocked, long position) {
        return jdbc.sql("""
                        INSERT INTO social.block (blocker_id, blocked_id, position)
                        VALUES (:blocker, :blocked, :position)
                            ON CONFLICT (blocker_id, blocked_id) DO NOTHING
                        """)
                        .param("blocker", blocker.value())
                        .param("blocked", blocked.value())
                        .param("position", position)
                        .update()
                == 1;
    }

    /** Whether there was one. */
    boolean delete(AccountId blocker, AccountId blocked) {
        return jdbc.sql("DELETE FROM social.block WHERE blocker_id = :blocker AND blocked_id = :blocked")
                        .param("blocker", blocker.value())
                        .param("blocked", blocked.value())
                        .update()
                == 1;
    }

    /** Whether either of the two blocks the other. */
    boolean between(AccountId one, AccountId other) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM social.block WHERE blocker_id = :one AND blocked_id = :other)
                    OR EXISTS (SELECT 1 FROM social.block WHERE blocker_id = :other AND blocked_id = :one)
                """)
                .param("one", one.value())
                .param("other", other.value())
                .query(Boolean.class)
                .single();
    }

    /** How many a person blocks, counted up to a limit. */
    int count(AccountId blocker, int limit) {
        return jdbc.sql("""
                SELECT count(*)
                  FROM (SELECT 1 FROM social.block WHERE blocker_id = :blocker LIMIT :limit) AS blocks
                """)
                .param("blocker", blocker.value())
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** Whom a person blocks, the newest first. */
    List<Entry> of(AccountId blocker, long before, int limit) {
        return jdbc.sql("""
                SELECT position, blocked_id FROM social.block
                 WHERE blocker_id = ? AND position < ?
                 ORDER BY position DESC
                 LIMIT ?
                """)
                .param(blocker.value())
                .param(before)
                .param(limit)
                .query((row, _) -> new Entry(row.getLong(1), new AccountId(row.getLong(2))))
                .list();
    }
}

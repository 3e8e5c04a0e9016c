package com.socialflow.user.personal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stored objects that are to go, as the database remembers them. */
@Component
class ObjectRemovalStore {

    /** After a pass at or after {@code lastPassAt} nothing can come any more. */
    record Removal(long id, String objects, Instant lastPassAt) {}

    private final JdbcClient jdbc;

    ObjectRemovalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long id, String objects, Instant nextAt, Instant lastPassAt) {
        jdbc.sql("""
                INSERT INTO "user".object_removal (id, objects, next_at, last_pass_at)
                VALUES (:id, :objects, :next, :lastPass)
                """)
                .param("id", id)
                .param("objects", objects)
                .param("next", nextAt.atOffset(ZoneOffset.UTC))
                .param("lastPass", lastPassAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes what is due; whoever dies with it leaves it to others after the given moment. */
    List<Removal> take(Instant now, Instant again, int limit) {
        return jdbc.sql("""
                UPDATE "user".object_removal
                   SET next_at = :again
                 WHERE id IN (SELECT id FROM "user".object_removal
                               WHERE next_at <= :now
                               ORDER BY next_at
                               LIMIT :limit
                                 FOR UPDATE SKIP LOCKED)
                RETURNING id, objects, last_pass_at
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("again", again.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new Removal(
                        row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list();
    }

    void postpone(long id, Instant nextAt) {
        jdbc.sql("""
                UPDATE "user".object_removal SET next_at = :next WHERE id = :id
                """)
                .param("id", id)
                .param("next", nextAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(long id) {
        jdbc.sql("""
                DELETE FROM "user".object_removal WHERE id = :id
                """).param("id", id).update();
    }
}

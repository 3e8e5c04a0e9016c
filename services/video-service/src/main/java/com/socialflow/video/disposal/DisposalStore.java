package com.socialflow.video.disposal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DisposalStore {

    private final JdbcClient jdbc;

    DisposalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Disposal disposal, Instant nextAt) {
        jdbc.sql("""
                INSERT INTO video.disposal (id, objects, next_at, last_pass_at)
                VALUES (:id, :objects, :next, :lastPass)
                """)
                .param("id", disposal.id())
                .param("objects", disposal.objects())
                .param("next", nextAt.atOffset(ZoneOffset.UTC))
                .param("lastPass", disposal.lastPassAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes what is due; whoever dies with it leaves it to others after the given moment. */
    List<Disposal> take(Instant now, Instant again, int limit) {
        return jdbc.sql("""
                UPDATE video.disposal
                   SET attempts = attempts + 1, next_at = :again
                 WHERE id IN (SELECT id FROM video.disposal
                               WHERE next_at <= :now
                               ORDER BY next_at
                               LIMIT :limit
                                 FOR UPDATE SKIP LOCKED)
                RETURNING id, objects, attempts, last_pass_at
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("again", again.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new Disposal(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    void postpone(long id, Instant nextAt) {
        jdbc.sql("UPDATE video.disposal SET next_at = :next WHERE id = :id")
                .param("id", id)
                .param("next", nextAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(long id) {
        jdbc.sql("DELETE FROM video.disposal WHERE id = :id").param("id", id).update();
    }
}

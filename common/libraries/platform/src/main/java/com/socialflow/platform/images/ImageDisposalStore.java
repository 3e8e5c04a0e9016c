package com.socialflow.platform.images;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Images to be removed, as the database keeps them: {@code image_disposal} in the schema of each service. */
final class ImageDisposalStore {

    /** An image that is due. */
    record Due(String image, int attempts) {}

    private final JdbcClient jdbc;
    private final String table;

    ImageDisposalStore(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.table = "\"" + schema + "\".image_disposal";
    }

    void insert(String image, Instant nextAt) {
        jdbc.sql("""
                INSERT INTO %s (image, next_at) VALUES (:image, :next)
                ON CONFLICT DO NOTHING
                """.formatted(table))
                .param("image", image)
                .param("next", nextAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes an image off the list; false when its removal has begun. */
    boolean withdraw(String image) {
        return jdbc.sql("""
                        DELETE FROM %s WHERE image = :image AND attempts = 0
                        """.formatted(table)).param("image", image).update() == 1;
    }

    /** Takes what is due; whoever dies with it leaves it to others after the given moment. */
    List<Due> take(Instant now, Instant again, int limit) {
        return jdbc.sql("""
                UPDATE %s
                   SET attempts = attempts + 1, next_at = :again
                 WHERE image IN (SELECT image FROM %s
                                  WHERE next_at <= :now
                                  ORDER BY next_at
                                  LIMIT :limit
                                    FOR UPDATE SKIP LOCKED)
                RETURNING image, attempts
                """.formatted(table, table))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("again", again.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new Due(row.getString("image"), row.getInt("attempts")))
                .list();
    }

    void postpone(String image, Instant nextAt) {
        jdbc.sql("""
                UPDATE %s SET next_at = :next WHERE image = :image
                """.formatted(table))
                .param("image", image)
                .param("next", nextAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(String image) {
        jdbc.sql("""
                DELETE FROM %s WHERE image = :image
                """.formatted(table)).param("image", image).update();
    }
}

package com.socialflow.platform.messaging;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox and inbox tables of one service. */
class OutboxStore {

    /** An event on its way out. */
    record Row(
            long position,
            long eventId,
            String eventType,
            long orderingKey,
            byte[] payload,
            @Nullable String traceparent) {}

    private final JdbcClient jdbc;
    private final String schema;

    OutboxStore(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /** Takes this service's turn to relay until the transaction ends; false when another process has it. */
    boolean takeTurn() {
        return jdbc.sql("SELECT id FROM \"%s\".outbox_turn WHERE id = 1 FOR UPDATE SKIP LOCKED".formatted(schema))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whether there is something to carry. */
    boolean any() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM \"%s\".outbox)".formatted(schema))
                .query(Boolean.class)
                .single();
    }

    List<Row> oldest(int limit) {
        return jdbc.sql("""
                SELECT position, event_id, event_type, ordering_key, payload, traceparent
                  FROM "%s".outbox
                 ORDER BY position
                 LIMIT :limit
                """.formatted(schema))
                .param("limit", limit)
                .query((row, _) -> new Row(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getBytes(5),
                        row.getString(6)))
                .list();
    }

    void remove(List<Row> rows) {
        jdbc.sql("DELETE FROM \"%s\".outbox WHERE position = ANY(:positions)".formatted(schema))
                .param("positions", rows.stream().map(Row::position).toArray(Long[]::new))
                .update();
    }

    /** When the event that waits for longest was appended; nothing when none waits. */
    Optional<Instant> oldestTime() {
        return jdbc.sql("SELECT created_at FROM \"%s\".outbox ORDER BY position LIMIT 1".formatted(schema))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** How many events wait, counted up to a limit. */
    int waiting(int limit) {
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM \"%s\".outbox LIMIT :limit) AS oldest".formatted(schema))
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }
}

package com.socialflow.platform.messaging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which events of others a service has handled. */
class InboxStore {

    private final JdbcClient jdbc;

    InboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes events as handled, in the transaction that handles them; gives those that were not before. */
    Set<Long> admit(String schema, List<Long> events, Instant now) {
        return jdbc.sql("""
                        INSERT INTO "%s".inbox (event_id, received_at)
                        SELECT event, :now FROM unnest(:events) AS event
                        ON CONFLICT (event_id) DO NOTHING
                        RETURNING event_id
                        """.formatted(schema))
                .param("events", events.toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .set();
    }

    /** Forgets what Kafka can no longer bring again. */
    int forgetBefore(String schema, Instant time) {
        return jdbc.sql("DELETE FROM \"%s\".inbox WHERE received_at < :time".formatted(schema))
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }
}

package com.socialflow.platform.messaging;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which events of others a service has handled. */
class InboxStore {

    private final JdbcClient jdbc;

    InboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes an event as handled, in the transaction that handles it; false when it was before. */
    boolean admit(String schema, long event, Instant now) {
        return jdbc.sql("""
                        INSERT INTO "%s".inbox (event_id, received_at) VALUES (:event, :now)
                        ON CONFLICT (event_id) DO NOTHING
                        """.formatted(schema))
                        .param("event", event)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Forgets what Kafka can no longer bring again. */
    int forgetBefore(String schema, Instant time) {
        return jdbc.sql("DELETE FROM \"%s\".inbox WHERE received_at < :time".formatted(schema))
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }
}

package com.socialflow.platform.messaging;

import com.google.protobuf.Message;
import com.socialflow.core.Ids;
import com.socialflow.platform.monitoring.Traceparent;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Events leave a service through here: appended in the transaction of the change that they tell of, so that both happen
 * or neither does. A relay carries them to Kafka afterwards.
 */
public class Outbox {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final RelaySignal signal;

    Outbox(JdbcClient jdbc, Ids ids, Clock clock, RelaySignal signal) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.signal = signal;
    }

    /**
     * Appends an event to the outbox of the service that its package names. Events with the same first field arrive in
     * the order of appending, if their transactions lock the row that they change.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void append(Message event) {
        append(EventTypes.service(event.getDescriptorForType()), event);
    }

    /**
     * Appends an event that is not one service's alone, to the outbox of this service. Its topic is its package's.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void append(String service, Message event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an event is appended in the transaction of its change");
        }
        jdbc.sql("""
                INSERT INTO "%s".outbox (event_id, event_type, ordering_key, payload, traceparent, created_at)
                VALUES (:id, :type, :key, :payload, :traceparent, :now)
                """.formatted(service))
                .param("id", ids.next())
                .param("type", event.getDescriptorForType().getFullName())
                .param("key", EventTypes.orderingKey(event))
                .param("payload", event.toByteArray())
                .param("traceparent", Traceparent.current(), Types.VARCHAR)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.wake(service);
            }
        });
    }
}

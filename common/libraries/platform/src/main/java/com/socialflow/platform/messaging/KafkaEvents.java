package com.socialflow.platform.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import com.socialflow.platform.monitoring.Traceparent;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Handles each event of other services once for one service: its effect and its inbox row in one transaction. */
class KafkaEvents implements MessageListener<byte[], byte[]> {

    private final String service;
    private final Subscriptions subscriptions;
    private final InboxStore inbox;
    private final TransactionTemplate transactions;
    private final Clock clock;

    KafkaEvents(
            String service,
            Subscriptions subscriptions,
            InboxStore inbox,
            TransactionTemplate transactions,
            Clock clock) {
        this.service = service;
        this.subscriptions = subscriptions;
        this.inbox = inbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void onMessage(ConsumerRecord<byte[], byte[]> event) {
        var type = EventHeaders.type(event.headers());
        if (!subscriptions.follows(type)) {
            return;
        }
        var id = EventHeaders.id(event.headers());
        try (var _ = Traceparent.continued(EventHeaders.traceparent(event.headers()))) {
            transactions.executeWithoutResult(_ -> {
                if (inbox.admit(service, id, clock.instant())) {
                    handle(type, event.value());
                }
            });
        }
    }

    private void handle(String type, byte[] payload) {
        try {
            subscriptions.handle(type, payload);
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedEvent("an event of type %s cannot be read".formatted(type), e);
        }
    }

    /** An event that no retry can mend. */
    static class MalformedEvent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MalformedEvent(String message, Throwable cause) {
            super(message, cause);
        }
    }
}

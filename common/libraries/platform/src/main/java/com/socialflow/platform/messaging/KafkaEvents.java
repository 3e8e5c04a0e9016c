package com.socialflow.platform.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import com.socialflow.platform.monitoring.Traceparent;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles each event of other services once for one service: its effect and its inbox row in one transaction. Events
 * that arrive together share one; when it fails, each has its own, so that one cannot hold up those before it.
 */
class KafkaEvents implements BatchMessageListener<byte[], byte[]> {

    private static final Logger log = LoggerFactory.getLogger(KafkaEvents.class);

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
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> events) {
        var followed = events.stream()
                .filter(event -> subscriptions.follows(EventHeaders.type(event.headers())))
                .toList();
        if (followed.size() > 1 && handledTogether(followed)) {
            return;
        }
        for (var event : followed) {
            try {
                handle(List.of(event));
            } catch (RuntimeException e) {
                throw new BatchListenerFailedException("an event was not handled", e, event);
            }
        }
    }

    private boolean handledTogether(List<ConsumerRecord<byte[], byte[]>> events) {
        try {
            handle(events);
            return true;
        } catch (RuntimeException e) {
            log.info("{} events for {} are handled one by one: {}", events.size(), service, e.toString());
            return false;
        }
    }

    private void handle(List<ConsumerRecord<byte[], byte[]>> events) {
        var ids = events.stream().map(event -> EventHeaders.id(event.headers())).toList();
        transactions.executeWithoutResult(_ -> {
            var admitted = inbox.admit(service, ids, clock.instant());
            for (var event : events) {
                if (admitted.remove(EventHeaders.id(event.headers()))) {
                    handle(event);
                }
            }
        });
    }

    private void handle(ConsumerRecord<byte[], byte[]> event) {
        var type = EventHeaders.type(event.headers());
        try (var _ = Traceparent.continued(EventHeaders.traceparent(event.headers()))) {
            subscriptions.handle(type, event.value());
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

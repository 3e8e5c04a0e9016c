package com.socialflow.platform.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import com.socialflow.platform.messaging.OutboxStore.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Events that a service emits and alone follows: handled in the transaction that takes them out of its outbox. After a
 * failure they go through Kafka for one turn, so that one that nothing can mend holds up nobody.
 */
final class HomeEvents {

    private final Subscriptions subscriptions;
    private boolean failed;

    /**
     * Events of a service.
     *
     * @param subscriptions of the same service
     */
    HomeEvents(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    boolean takes(Row row) {
        return !failed && subscriptions.takesAtHome(row.eventType());
    }

    /** Handles those of the rows that it takes. */
    void handle(List<Row> rows) {
        var taken = rows.stream()
                .filter(this::takes)
                .collect(Collectors.groupingBy(
                        Row::eventType, LinkedHashMap::new, Collectors.mapping(Row::payload, Collectors.toList())));
        failed = !taken.isEmpty();
        taken.forEach(this::handle);
        failed = false;
    }

    private void handle(String type, List<byte[]> payloads) {
        try {
            subscriptions.handleAtHome(type, payloads);
        } catch (InvalidProtocolBufferException e) {
            throw new KafkaEvents.MalformedEvent("an event of type %s cannot be read".formatted(type), e);
        }
    }
}

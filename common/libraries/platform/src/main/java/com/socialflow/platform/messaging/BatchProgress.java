package com.socialflow.platform.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Tells a subscriber up to when all events have had their effect: those that were appended before a moment are in Kafka
 * when none of that age is left in the outboxes, and are handled when the group has read up to where Kafka ended then.
 */
class BatchProgress implements Runnable {

    private record Mark(Instant time, Map<TopicPartition, Long> ends) {}

    private final BatchSubscriber subscriber;
    private final List<OutboxStore> outboxes;
    private final KafkaOffsets offsets;
    private final Clock clock;
    private @Nullable Mark mark;

    BatchProgress(BatchSubscriber subscriber, List<OutboxStore> outboxes, KafkaOffsets offsets, Clock clock) {
        this.subscriber = subscriber;
        this.outboxes = outboxes;
        this.offsets = offsets;
        this.clock = clock;
    }

    /** One look. */
    @Override
    public void run() {
        var known = mark == null ? take() : mark;
        if (offsets.reached(known.ends())) {
            subscriber.handledBefore(known.time());
            known = take();
        }
        mark = known;
    }

    /** In this order: what leaves an outbox in between is before the ends. */
    private Mark take() {
        var now = clock.instant();
        var time = outboxes.stream()
                .map(OutboxStore::oldestTime)
                .flatMap(Optional::stream)
                .reduce(now, (one, other) -> one.isBefore(other) ? one : other);
        return new Mark(time, offsets.ends());
    }
}

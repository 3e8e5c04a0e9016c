package com.socialflow.platform.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Knows when topics can be written to. A broker that has just started, or a topic that was just made, is announced
 * before its partitions are led: a new idempotent producer's first batch may then be refused and its second one be
 * taken, after which the first one is out of order for ever.
 */
public final class Leaders {

    private static final Duration LEADING_MAX = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private Leaders() {}

    /**
     * Waits until every partition has a leader that answers.
     *
     * @throws IllegalStateException when one does not in half a minute, or this thread is interrupted
     */
    public static void await(Admin admin, Collection<String> topics) {
        var end = System.nanoTime() + LEADING_MAX.toNanos();
        try {
            while (!lead(admin, topics)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("nobody leads %s yet".formatted(topics));
                }
                Thread.sleep(LOOK_EVERY);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for topics", e);
        }
    }

    private static boolean lead(Admin admin, Collection<String> topics)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            var found = admin.describeTopics(topics).allTopicNames().get(LEADING_MAX.toSeconds(), TimeUnit.SECONDS);
            var partitions = found.values().stream()
                    .flatMap(Leaders::partitions)
                    .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
            // Asked of the leaders, and again while they say that they are none.
            admin.listOffsets(partitions).all().get(LEADING_MAX.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return false;
            }
            throw e;
        }
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(partition -> new TopicPartition(topic.name(), partition.partition()));
    }
}

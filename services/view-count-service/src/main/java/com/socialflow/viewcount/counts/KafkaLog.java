package com.socialflow.viewcount.counts;

import com.socialflow.platform.EngineAddresses;
import com.socialflow.viewcount.log.BeaconLog;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks Kafka where the log begins and ends; throws {@link IllegalStateException} while it does not answer. */
@Component
class KafkaLog implements LogOffsets, DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EngineAddresses engines;
    private @Nullable Admin admin;

    KafkaLog(EngineAddresses engines) {
        this.engines = engines;
    }

    @Override
    public Map<Integer, Long> ends() {
        var ends = new HashMap<Integer, Long>();
        offsets(partitions(), OffsetSpec.latest()).forEach((partition, end) -> ends.put(partition.partition(), end));
        return ends;
    }

    @Override
    public long firstSince(int partition, Instant time) {
        var asked = List.of(new TopicPartition(BeaconLog.TOPIC, partition));
        var first = offsets(asked, OffsetSpec.forTimestamp(time.toEpochMilli())).getOrDefault(asked.getFirst(), -1L);
        return first >= 0 ? first : offsets(asked, OffsetSpec.latest()).getOrDefault(asked.getFirst(), 0L);
    }

    private List<TopicPartition> partitions() {
        try {
            var topic = await(admin().describeTopics(List.of(BeaconLog.TOPIC)).allTopicNames());
            return topic.values().stream()
                    .flatMap(described -> described.partitions().stream())
                    .map(part -> new TopicPartition(BeaconLog.TOPIC, part.partition()))
                    .toList();
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof ExecutionException failed
                    && failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return List.of();
            }
            throw e;
        }
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(partition -> asked.put(partition, which));
        var found = new HashMap<TopicPartition, Long>();
        await(admin().listOffsets(asked).all()).forEach((partition, offset) -> found.put(partition, offset.offset()));
        return found;
    }

    private synchronized Admin admin() {
        var known = admin;
        if (known == null) {
            known = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, engines.kafka(PATIENCE)));
            admin = known;
        }
        return known;
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not say how far the log of beacons reaches", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while Kafka was asked", e);
        }
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}

package com.socialflow.viewcount.log;

import com.socialflow.testkit.TestEngines;
import com.socialflow.views.Beacon;
import com.socialflow.views.BeaconCodec;
import com.socialflow.views.ImpressionCodec;
import com.socialflow.views.Impressions;
import com.socialflow.views.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What stands in the logs. */
public final class LoggedBeacons {

    private LoggedBeacons() {}

    /** Everything that is in the log of this session now, by its numbers. */
    public static List<Beacon> of(String session) {
        var wanted = Session.of(session);
        return all(BeaconLog.TOPIC).stream()
                .map(BeaconCodec::read)
                .filter(beacon -> beacon.session().equals(wanted))
                .sorted(Comparator.comparingLong(Beacon::sequence))
                .toList();
    }

    /** Everything that pages of this session told, in its order. */
    public static List<Impressions> impressionsOf(String session) {
        var wanted = Session.of(session);
        return all(BeaconLog.IMPRESSIONS).stream()
                .map(ImpressionCodec::read)
                .filter(told -> told.session().equals(wanted))
                .toList();
    }

    private static List<byte[]> all(String topic) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                TestEngines.kafka(),
                ConsumerConfig.GROUP_ID_CONFIG,
                UUID.randomUUID().toString(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings)) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<byte[]>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(entry -> found.add(entry.value()));
            }
            return found;
        }
    }
}

package com.socialflow.analytics.archive;

import static java.util.Objects.requireNonNull;

import com.socialflow.analytics.recent.RecentPlays;
import com.socialflow.platform.EngineAddresses;
import com.socialflow.platform.InstanceName;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.storage.StorageException;
import com.socialflow.views.Beacon;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Carries the logs of beacons and of impressions into the archive. Where to go on the archive's files say; no offset is
 * ever committed, so that each entry is in a file, and in one.
 */
@Component
class Archiver {

    private static final List<String> TOPICS =
            Arrays.stream(ArchivedLog.values()).map(ArchivedLog::topic).toList();
    private static final String GROUP = "views-archive";
    private static final Duration POLL = Duration.ofMillis(500);

    /** After something was away. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Longer than Kafka keeps entries: what no file of this time has begins anew. */
    private static final Duration LOOKED_BACK = Duration.ofDays(8);

    private static final int ENTRIES_MAX = 2_000;

    private static final int FETCH_BYTES_MIN = 256 << 10;

    private static final Logger log = LoggerFactory.getLogger(Archiver.class);

    private final EngineAddresses engines;
    private final InstanceName instance;
    private final Archive archive;
    private final RecentPlays recent;
    private final Clock clock;

    Archiver(
            EngineAddresses engines,
            InstanceName instance,
            Archive archive,
            RecentPlays recent,
            Clock clock,
            Recurring recurring) {
        this.engines = engines;
        this.instance = instance;
        this.archive = archive;
        this.recent = recent;
        this.clock = clock;
        recurring.every(PAUSE, "views-archive", this::run);
    }

    private void run() {
        String kafka;
        try {
            kafka = engines.kafka(PAUSE);
        } catch (IllegalStateException e) {
            log.debug("the archive waits for Kafka: {}", e.toString());
            return;
        }
        var stopped = false;
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings(kafka))) {
            var pieces = pieces();
            consumer.subscribe(TOPICS, new Placing(consumer, pieces));
            follow(consumer, pieces);
            // Storing and closing would fail on an interrupted thread.
            stopped = Thread.interrupted();
            // Kafka may not keep it until the next start.
            pieces.values().forEach(Pieces::storeAll);
        } catch (StorageException | KafkaException | DataAccessException e) {
            // What is in no file yet is read again.
            log.warn("beacons are archived later: {}", e.toString());
        }
        if (stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the program stops. */
    private void follow(KafkaConsumer<byte[], byte[]> consumer, Map<ArchivedLog, Pieces> pieces) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var beacons = new ArrayList<Beacon>();
                for (var entry : consumer.poll(POLL)) {
                    of(entry.topic(), pieces)
                            .add(entry.partition(), entry.offset(), entry.timestamp(), entry.value())
                            .ifPresent(beacons::add);
                }
                recent.add(beacons);
                pieces.values().forEach(Pieces::storeOver);
            }
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<ArchivedLog, Pieces> pieces() {
        var all = new EnumMap<ArchivedLog, Pieces>(ArchivedLog.class);
        for (var archived : ArchivedLog.values()) {
            all.put(archived, new Pieces(archived, archive, clock));
        }
        return all;
    }

    private static Pieces of(String topic, Map<ArchivedLog, Pieces> pieces) {
        return requireNonNull(pieces.get(ArchivedLog.ofTopic(topic)));
    }

    private final class Placing implements ConsumerRebalanceListener {

        private final KafkaConsumer<byte[], byte[]> consumer;
        private final Map<ArchivedLog, Pieces> pieces;

        Placing(KafkaConsumer<byte[], byte[]> consumer, Map<ArchivedLog, Pieces> pieces) {
            this.consumer = consumer;
            this.pieces = pieces;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> of(partition.topic(), pieces).forget(partition.partition()));
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            var since = clock.instant().minus(LOOKED_BACK);
            for (var partition : partitions) {
                of(partition.topic(), pieces).forget(partition.partition());
                var archived = ArchivedLog.ofTopic(partition.topic());
                consumer.seek(partition, archive.next(archived, partition.partition(), since));
            }
        }
    }

    private Map<String, Object> settings(String kafka) {
        var all = new HashMap<String, Object>();
        all.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        all.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, GROUP + "-" + instance.value());
        // A topic that is made later is found within this time.
        all.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Older entries than Kafka has are in files.
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, ENTRIES_MAX);
        // Nobody waits for it: what comes in a short while is fetched at once.
        all.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_BYTES_MIN);
        return all;
    }
}

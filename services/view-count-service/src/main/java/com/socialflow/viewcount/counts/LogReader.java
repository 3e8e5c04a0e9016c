package com.socialflow.viewcount.counts;

import com.socialflow.platform.EngineAddresses;
import com.socialflow.platform.InstanceName;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.viewcount.log.BeaconLog;
import com.socialflow.views.Beacon;
import com.socialflow.views.BeaconCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Reads the log and has it counted. Kafka's group shares the partitions among processes; where to read on, Redis says,
 * and no offset is ever committed.
 */
@Component
class LogReader {

    static final String GROUP = "view-counts";

    /** Beacons that one script counts: some 10 ms of Redis' time. */
    static final int BATCH_MAX = 1_000;

    private static final Duration POLL = Duration.ofMillis(500);

    /** How soon it shows that Redis lost something, where nothing is counted that would show it at once. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** After something was away. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(LogReader.class);

    private final EngineAddresses engines;
    private final InstanceName instance;
    private final Places places;
    private final Counting counting;
    private final CountMetrics metrics;

    LogReader(
            EngineAddresses engines,
            InstanceName instance,
            Places places,
            Counting counting,
            CountMetrics metrics,
            Recurring recurring) {
        this.engines = engines;
        this.instance = instance;
        this.places = places;
        this.counting = counting;
        this.metrics = metrics;
        recurring.every(PAUSE, "view-counts", this::read);
    }

    private void read() {
        String kafka;
        try {
            kafka = engines.kafka(PAUSE);
            if (!places.exist()) {
                return;
            }
        } catch (IllegalStateException e) {
            log.debug("beacons wait for Kafka: {}", e.toString());
            return;
        }
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings(kafka))) {
            var reading = new Reading(consumer);
            consumer.subscribe(List.of(BeaconLog.TOPIC), reading);
            while (!Thread.currentThread().isInterrupted()) {
                reading.next();
            }
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One membership in the group. */
    private final class Reading implements ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> consumer;
        /** Where each partition goes on; those that are not in here wait for Redis to say it. */
        private final Map<Integer, Long> next = new HashMap<>();

        private long looked = System.nanoTime();

        Reading(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> next.remove(partition.partition()));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> next.remove(partition.partition()));
        }

        void next() {
            try {
                look();
                place();
                var records = consumer.poll(POLL);
                if (records.isEmpty()) {
                    metrics.reached();
                    return;
                }
                var batch = batch(records);
                if (batch.stretches().isEmpty()) {
                    return;
                }
                if (counting.count(batch) instanceof Counting.Outcome.Elsewhere) {
                    log.info("partitions of beacons stand elsewhere than thought, Redis is asked where");
                    next.keySet().removeAll(batch.stretches().keySet());
                } else {
                    batch.stretches().forEach((partition, stretch) -> next.put(partition, stretch.next()));
                }
            } catch (DataAccessResourceFailureException | IllegalStateException e) {
                log.warn("beacons are counted later: {}", e.toString());
                next.clear();
                rest();
            }
        }

        private void look() {
            var now = System.nanoTime();
            if (now - looked >= LOOK_EVERY.toNanos()) {
                places.forgetMoved(next);
                looked = now;
            }
        }

        /** Partitions whose place is unknown are not read until it is. */
        private void place() {
            var waiting = new ArrayList<>(consumer.assignment());
            waiting.removeIf(partition -> next.containsKey(partition.partition()));
            if (waiting.isEmpty()) {
                return;
            }
            consumer.pause(waiting);
            for (var partition : waiting) {
                var place = places.of(partition.partition());
                consumer.seek(partition, place);
                next.put(partition.partition(), place);
                consumer.resume(Set.of(partition));
            }
        }

        private Batch batch(ConsumerRecords<byte[], byte[]> records) {
            var stretches = new TreeMap<Integer, Batch.Stretch>();
            for (var partition : records.partitions()) {
                var begin = next.get(partition.partition());
                // Assigned within this very poll: what came with it is read again from its place on.
                if (begin != null) {
                    stretches.put(partition.partition(), stretch(begin, records.records(partition)));
                }
            }
            return new Batch(stretches);
        }
    }

    /** What cannot be read holds up nothing. */
    private Batch.Stretch stretch(long begin, List<ConsumerRecord<byte[], byte[]>> records) {
        var beacons = new ArrayList<Beacon>(records.size());
        for (var record : records) {
            try {
                beacons.add(BeaconCodec.read(record.value()));
            } catch (IllegalArgumentException e) {
                metrics.unreadable();
                log.warn("no beacon at offset {} of partition {}", record.offset(), record.partition(), e);
            }
        }
        return new Batch.Stretch(begin, records.getLast().offset() + 1, beacons);
    }

    private static void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> settings(String kafka) {
        var all = new HashMap<String, Object>();
        all.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        // A process that was started again has its partitions back at once.
        all.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, GROUP + "-" + instance.value());
        all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        all.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        // A topic that is made later is found within this time.
        all.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH_MAX);
        return all;
    }
}

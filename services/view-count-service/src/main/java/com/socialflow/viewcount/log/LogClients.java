package com.socialflow.viewcount.log;

import com.socialflow.platform.messaging.Leaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the topics, and a producer whose acknowledged entries stay. */
final class LogClients {

    private static final List<String> TOPICS = List.of(BeaconLog.TOPIC, BeaconLog.IMPRESSIONS);

    /** The ledger and the archive have what is older. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final Duration ADMIN_MAX = Duration.ofSeconds(30);

    /** Requests of this time share one of Kafka's: a beacon's sender waits for nothing. */
    private static final int LINGER_MILLIS = 5;

    private static final int BATCH_BYTES = 128 << 10;

    /** Some seconds of the most that one process takes. */
    private static final long BUFFER_BYTES = 32L << 20;

    /** A full buffer, or a broker that nobody has seen yet, is soon an answer. */
    private static final long BLOCK_MILLIS = 500;

    private static final int REQUEST_MILLIS = 5_000;
    private static final int DELIVERY_MILLIS = 10_000;

    private LogClients() {}

    /** Makes the topics that are not there yet, and waits until they can be written to. */
    static void ensureTopics(String bootstrap, int partitions, short replication) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            for (var name : TOPICS) {
                ensure(
                        admin,
                        new NewTopic(name, partitions, replication)
                                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(KEPT.toMillis()))));
            }
            Leaders.await(admin, TOPICS);
        }
    }

    private static void ensure(Admin admin, NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get(ADMIN_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Kafka made no topic", e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while making the log", e);
        }
    }

    /** Idempotent, acknowledged by every in-sync replica. Knows the topics already: no first request waits for that. */
    static Producer<byte[], byte[]> producer(String bootstrap) {
        var producer = newProducer(bootstrap);
        try {
            var end = System.nanoTime() + ADMIN_MAX.toNanos();
            TOPICS.forEach(topic -> awaitPartitions(producer, topic, end));
            return producer;
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    private static void awaitPartitions(Producer<byte[], byte[]> producer, String topic, long end) {
        while (true) {
            try {
                producer.partitionsFor(topic);
                return;
            } catch (org.apache.kafka.common.errors.TimeoutException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    private static Producer<byte[], byte[]> newProducer(String bootstrap) {
        return new KafkaProducer<>(Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS)));
    }
}

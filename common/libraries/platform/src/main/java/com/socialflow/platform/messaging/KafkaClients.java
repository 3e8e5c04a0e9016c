package com.socialflow.platform.messaging;

import com.socialflow.platform.InstanceName;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/** Kafka's clients, set up so that what was acknowledged stays and arrives in order. */
class KafkaClients {

    /** Where events go that could not be handled; an operator reads them there and may send them again. */
    static final String DEAD_LETTERS = "socialflow.dead-letters";

    /** An event is tried again for so long before it becomes a dead letter: longer than an engine's restart. */
    private static final Duration RETRIED_FOR = Duration.ofMinutes(2);

    /**
     * How long a topic keeps events, some of which name people: less than {@link Messaging#INBOX_KEPT}. What is older
     * was handled, or is a dead letter, or its listener was away for a week.
     */
    private static final Duration EVENTS_KEPT = Duration.ofDays(7);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(10);

    /** Events that one transaction handles: many enough to share its cost, few enough to hold no lock for long. */
    private static final int BATCH_MAX = 100;

    /** A question for events is answered when there is one, else after this: each answer costs the broker something. */
    private static final Duration FETCH_WAIT = Duration.ofSeconds(2);

    private static final Duration ADMIN_MAX = Duration.ofSeconds(30);

    private final String bootstrap;
    private final MessagingSettings settings;

    KafkaClients(String bootstrap, MessagingSettings settings) {
        this.bootstrap = bootstrap;
        this.settings = settings;
    }

    /** Makes the topics that are not there yet, and waits until they can be written to. */
    void ensureTopics(List<String> names) {
        try (var admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            var wanted = new java.util.ArrayList<NewTopic>();
            var kept = Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(EVENTS_KEPT.toMillis()));
            names.forEach(name ->
                    wanted.add(new NewTopic(name, settings.partitions(), settings.replication()).configs(kept)));
            wanted.add(new NewTopic(DEAD_LETTERS, 1, settings.replication()).configs(kept));
            for (var made : admin.createTopics(wanted).values().values()) {
                try {
                    made.get(ADMIN_MAX.toSeconds(), TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("Kafka made no topic", e);
                    }
                }
            }
            Leaders.await(admin, wanted.stream().map(NewTopic::name).toList());
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while making topics", e);
        }
    }

    /** Idempotent, acknowledged by every in-sync replica. */
    Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(producerSettings());
    }

    private Map<String, Object> producerSettings() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                8L << 20,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                10_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000L);
    }

    /** Says how far a group has read. */
    KafkaOffsets offsets(String group, Collection<String> topics) {
        return new KafkaOffsets(
                Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap)), group, topics);
    }

    /** A listener of one group that is not started yet. */
    MessageListenerContainer container(
            String group,
            InstanceName instance,
            Collection<String> topics,
            BatchMessageListener<byte[], byte[]> listener) {
        var properties = new ContainerProperties(topics.toArray(String[]::new));
        properties.setGroupId(group);
        properties.setMessageListener(listener);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMissingTopicsFatal(false);
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<byte[], byte[]>(consumerSettings(group, instance)), properties);
        container.setBeanName("events-" + group);
        container.setCommonErrorHandler(deadLettersAfterRetries());
        return container;
    }

    private Map<String, Object> consumerSettings(String group, InstanceName instance) {
        var all = new HashMap<String, Object>();
        all.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "-" + instance.value());
        all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        all.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        all.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH_MAX);
        all.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) FETCH_WAIT.toMillis());
        return all;
    }

    private DefaultErrorHandler deadLettersAfterRetries() {
        var deadLetters = new DeadLetterPublishingRecoverer(
                new KafkaTemplate<byte[], byte[]>(new DefaultKafkaProducerFactory<>(producerSettings())),
                (_, _) -> new TopicPartition(DEAD_LETTERS, 0));
        var pauses = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
        pauses.setMaxInterval(PAUSE_MAX.toMillis());
        pauses.setMaxElapsedTime(RETRIED_FOR.toMillis());
        var handler = new DefaultErrorHandler(deadLetters, pauses);
        handler.addNotRetryableExceptions(KafkaEvents.MalformedEvent.class);
        var untilItIsBack = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
        untilItIsBack.setMaxInterval(PAUSE_MAX.toMillis());
        handler.setBackOffFunction((_, failure) -> isTryAgain(failure) ? untilItIsBack : pauses);
        return handler;
    }

    private static boolean isTryAgain(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BatchSubscriber.TryAgain) {
                return true;
            }
        }
        return false;
    }
}

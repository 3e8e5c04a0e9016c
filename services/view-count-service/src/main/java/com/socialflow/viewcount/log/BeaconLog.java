package com.socialflow.viewcount.log;

import com.socialflow.platform.EngineAddresses;
import com.socialflow.platform.messaging.MessagingSettings;
import com.socialflow.viewcount.ViewSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where beacons, and impressions, go before anybody is told that they were taken. Writes as soon as Kafka answers,
 * until the end.
 */
@Component
public class BeaconLog implements SmartLifecycle {

    /** What the topic is called. Its entries are {@code socialflow.views.v1.Beacon}, keyed by session. */
    public static final String TOPIC = "views.beacons";

    /** The topic of impressions. Its entries are {@code socialflow.views.v1.Impressions}, keyed by session. */
    public static final String IMPRESSIONS = "views.impressions";

    /** Requests that wait for Kafka at once. With the largest bodies they hold some 64 MB, with usual ones two. */
    private static final int WAITING_MAX = 1_000;

    /** A healthy broker answers in milliseconds, one that starts again in three seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(BeaconLog.class);

    private final EngineAddresses engines;
    private final MessagingSettings messaging;
    private final ViewSettings settings;
    private final Semaphore waiting = new Semaphore(WAITING_MAX);
    private volatile boolean running;
    private volatile @Nullable Thread connecting;
    private volatile @Nullable Producer<byte[], byte[]> producer;

    BeaconLog(EngineAddresses engines, MessagingSettings messaging, ViewSettings settings) {
        this.engines = engines;
        this.messaging = messaging;
        this.settings = settings;
    }

    /** What became of entries. */
    public sealed interface Outcome {
        /** Kafka has them all. */
        record Kept() implements Outcome {}

        /** Kafka did not say so in time. Some of them may be there all the same. */
        record Away() implements Outcome {}

        /** Too many requests wait already: nothing was tried. */
        record Busy() implements Outcome {}
    }

    /** An entry of a topic, and what it is put together by. */
    public record Entry(String topic, byte[] key, byte[] value) {}

    /** Writes the entries and waits, for at most some seconds, until all are acknowledged. */
    public Outcome append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return new Outcome.Kept();
        }
        var carrier = producer;
        if (carrier == null) {
            return new Outcome.Away();
        }
        if (!waiting.tryAcquire()) {
            return new Outcome.Busy();
        }
        try {
            return send(carrier, entries) ? new Outcome.Kept() : new Outcome.Away();
        } finally {
            waiting.release();
        }
    }

    private static boolean send(Producer<byte[], byte[]> carrier, List<Entry> entries) {
        var word = new Acknowledgement(entries.size());
        try {
            for (var entry : entries) {
                carrier.send(new ProducerRecord<>(entry.topic(), entry.key(), entry.value()), word);
                if (word.failed()) {
                    return false;
                }
            }
        } catch (KafkaException | IllegalStateException closed) {
            return false;
        }
        return word.await(PATIENCE);
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (messaging.enabled()) {
            connecting = Thread.ofVirtual().name("beacon-log-start").start(this::connect);
        }
    }

    private void connect() {
        while (running) {
            try {
                var bootstrap = engines.kafka(messaging.patience());
                LogClients.ensureTopics(bootstrap, settings.partitions(), messaging.replication());
                producer = LogClients.producer(bootstrap);
                return;
            } catch (RuntimeException e) {
                log.warn("beacons wait for Kafka: {}", e.toString());
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        var connector = connecting;
        if (connector != null) {
            connector.interrupt();
        }
        var carrier = producer;
        producer = null;
        if (carrier != null) {
            carrier.close(CLOSE_MAX);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

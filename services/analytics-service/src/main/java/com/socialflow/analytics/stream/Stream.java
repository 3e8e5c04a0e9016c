package com.socialflow.analytics.stream;

import com.socialflow.analytics.job.JobSettings;
import com.socialflow.platform.EngineAddresses;
import com.socialflow.platform.PlatformSettings;
import com.socialflow.platform.storage.StorageSettings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs the stream job in this process once requests are served and Kafka answers, and stops it before the engines,
 * unless a Flink cluster has it.
 */
@Component
class Stream implements SmartLifecycle {

    /** A first start of Kafka; then it is said that the stream waits, and waited on. */
    private static final Duration KAFKA_MAX = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration STOP_MAX = Duration.ofSeconds(15);
    private static final Logger log = LoggerFactory.getLogger(Stream.class);

    private final StreamSettings settings;
    private final PlatformSettings platform;
    private final StorageSettings storage;
    private final EngineAddresses engines;
    private final StreamMetrics metrics;
    private @Nullable Thread thread;
    private volatile boolean running;

    Stream(
            StreamSettings settings,
            PlatformSettings platform,
            StorageSettings storage,
            EngineAddresses engines,
            StreamMetrics metrics) {
        this.settings = settings;
        this.platform = platform;
        this.storage = storage;
        this.engines = engines;
        this.metrics = metrics;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void ready() {
        if (!settings.embedded()) {
            log.info("the stream job is left to the Flink cluster at {}", settings.address());
        } else if (settings.enabled() && running) {
            // Not a virtual one: Flink's threads inherit from it.
            thread = Thread.ofPlatform().daemon().name("analytics-stream").start(this::run);
        }
    }

    private void run() {
        while (running) {
            try {
                var job = job();
                LogTopic.await(job.kafka(), List.of(job.topic(), job.impressions()));
                try (var stream = RunningStream.start(job, place())) {
                    metrics.runs(stream);
                    stream.watch();
                }
                return;
            } catch (InterruptedException e) {
                metrics.ended(false);
                return;
            } catch (Exception e) {
                metrics.ended(true);
                log.warn("the stream job does not run: {}", e.toString());
                pause();
            }
        }
    }

    private JobSettings job() {
        var kafka = engines.kafka(KAFKA_MAX);
        var address = engines.database();
        var database = new JobSettings.Database(address.url(), address.user(), address.password());
        return new JobSettings(
                kafka,
                JobSettings.BEACONS,
                JobSettings.IMPRESSIONS,
                database,
                settings.influx(),
                settings.parallelism());
    }

    private StreamPlace place() {
        var data = platform.data().toAbsolutePath();
        return new StreamPlace(data.resolve("flink"), settings.checkpointsUnder(data), storage.s3());
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        var runs = thread;
        if (runs != null) {
            runs.interrupt();
            try {
                runs.join(STOP_MAX);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package com.socialflow.engines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * PostgreSQL, Redis and Kafka as the program sees them, whether this process runs them or another one beside it.
 * Methods that take a patience wait until the engine takes connections, and throw {@link EngineUnavailableException}
 * when it does not within that time, has failed, or is not embedded at all.
 */
public sealed interface Engines extends AutoCloseable permits OwnEngines, AttachedEngines {

    /**
     * Starts PostgreSQL and Redis side by side and returns at once. Kafka waits for {@link #startKafka}, so that it
     * does not take the processor from what answers people first.
     *
     * @throws DataDirectoryTakenException when another process runs on the same data directory
     * @throws EngineUnavailableException when the disk is full or the directory can't be written
     */
    static Engines start(EnginesSettings settings, EngineListener listener) {
        return OwnEngines.start(settings, listener);
    }

    /**
     * The engines that another process runs on this machine from the same data directory. Returns at once; the process
     * may still be starting.
     */
    static Engines attach(Path data) {
        return new AttachedEngines(data);
    }

    PostgresAddress postgres(Duration patience);

    RedisAddress redis(Duration patience);

    /** Kafka's bootstrap servers. */
    String kafka(Duration patience);

    /** Starts Kafka in the background, when it is embedded and not started yet. */
    void startKafka();

    /** Every engine as it is now. */
    List<EngineStatus> statuses();

    /** Stops what this process runs: Kafka, Redis, PostgreSQL, each within a bounded time. */
    @Override
    void close();
}

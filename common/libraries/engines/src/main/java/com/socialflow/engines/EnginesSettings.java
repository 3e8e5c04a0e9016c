package com.socialflow.engines;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to bring along and how large.
 *
 * @param data the directory that holds everything the engines keep
 * @param programs where their programs are unpacked to, once; null for a place that fits
 * @param embedded the engines to start; the others are run by somebody else
 * @param diskFreeMin bytes that must be free under the data directory, or nothing starts
 */
public record EnginesSettings(
        Path data,
        @Nullable Path programs,
        Set<Engine> embedded,
        Postgres postgres,
        Redis redis,
        Kafka kafka,
        long diskFreeMin) {

    /** Room for a first start: a new cluster with its write-ahead log, Redis' and Kafka's first files. */
    public static final long DISK_FREE_MIN = 512L << 20;

    /** A port that is found free at the first start and kept from then on. */
    public static final int ANY_PORT = 0;

    public EnginesSettings {
        data = data.toAbsolutePath().normalize();
        embedded = Set.copyOf(embedded);
    }

    /** Everything embedded, sized for one small machine. */
    public static EnginesSettings in(Path data) {
        return new EnginesSettings(
                data,
                null,
                Set.of(Engine.values()),
                new Postgres(ANY_PORT, true, Map.of()),
                new Redis(ANY_PORT, null, Redis.MEMORY_MAX),
                new Kafka(ANY_PORT, Map.of()),
                DISK_FREE_MIN);
    }

    public EnginesSettings withEmbedded(Set<Engine> engines) {
        return new EnginesSettings(data, programs, engines, postgres, redis, kafka, diskFreeMin);
    }

    public EnginesSettings withPrograms(Path directory) {
        return new EnginesSettings(data, directory, embedded, postgres, redis, kafka, diskFreeMin);
    }

    public EnginesSettings withPostgres(Postgres other) {
        return new EnginesSettings(data, programs, embedded, other, redis, kafka, diskFreeMin);
    }

    public EnginesSettings withRedis(Redis other) {
        return new EnginesSettings(data, programs, embedded, postgres, other, kafka, diskFreeMin);
    }

    public EnginesSettings withKafka(Kafka other) {
        return new EnginesSettings(data, programs, embedded, postgres, redis, other, diskFreeMin);
    }

    /**
     * The embedded PostgreSQL.
     *
     * @param port {@link #ANY_PORT} or the one to listen on
     * @param durable false only for tests whose data nobody misses: nothing is forced to disk
     * @param parameters its own parameters by name, over those for one small machine
     */
    public record Postgres(int port, boolean durable, Map<String, String> parameters) {

        public Postgres {
            requirePort(port);
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * The embedded Redis.
     *
     * @param port {@link #ANY_PORT} or the one to listen on
     * @param program the server to run; null for the newest of PATH and the one that the program brings along
     * @param memoryMax bytes of data; writes past it are refused rather than other data dropped
     */
    public record Redis(int port, @Nullable Path program, long memoryMax) {

        /** Sessions, counters and rate limits of one machine's people; caches hold far less. */
        public static final long MEMORY_MAX = 512L << 20;

        public Redis {
            requirePort(port);
        }
    }

    /**
     * The embedded Kafka.
     *
     * @param port {@link #ANY_PORT} or the one to listen on
     * @param properties its own properties by name, over those for one small machine
     */
    public record Kafka(int port, Map<String, String> properties) {

        public Kafka {
            requirePort(port);
            properties = Map.copyOf(properties);
        }
    }

    private static void requirePort(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 (any) to 65535, not %d".formatted(port));
        }
    }
}

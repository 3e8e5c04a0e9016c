package com.socialflow.platform.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts in Redis; while Redis is away, in this process: then each process allows as much again. */
final class RedisOrHere {

    private static final Logger log = LoggerFactory.getLogger(RedisOrHere.class);

    /** After a failure Redis is not asked for so long. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Clock clock;
    private volatile Instant away = Instant.MIN;

    RedisOrHere(Clock clock) {
        this.clock = clock;
    }

    void run(Runnable inRedis, Runnable here) {
        count(
                () -> {
                    inRedis.run();
                    return true;
                },
                () -> {
                    here.run();
                    return true;
                });
    }

    <T> T count(Supplier<T> inRedis, Supplier<T> here) {
        if (clock.instant().isBefore(away)) {
            return here.get();
        }
        try {
            return inRedis.get();
        } catch (RuntimeException e) {
            log.warn("Redis is away, this process counts alone: {}", e.toString());
            away = clock.instant().plus(PAUSE);
            return here.get();
        }
    }
}

package com.socialflow.user.throttling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Counts tries in Redis; while Redis is away, in this process: then each process allows as much again. */
@Component
public class Throttle {

    private static final Logger log = LoggerFactory.getLogger(Throttle.class);

    /** After a failure Redis is not asked for so long. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Tries shared;
    private final Tries local;
    private final Clock clock;
    private volatile Instant away = Instant.MIN;

    Throttle(StringRedisTemplate redis, Clock clock) {
        this.shared = new RedisTries(redis, clock);
        this.local = new LocalTries(clock);
        this.clock = clock;
    }

    /** Counts a try and gives zero; or counts nothing, and says how long until the next may be made. */
    public Duration take(String key, Allowance allowance) {
        return count(tries -> tries.take(key, allowance));
    }

    /** The same with waits that grow from try to try. */
    public Duration take(String key, Backoff backoff) {
        return count(tries -> tries.take(key, backoff));
    }

    /** The last try with growing waits does not count after all. */
    public void giveBack(String key, Backoff backoff) {
        count(tries -> {
            tries.giveBack(key, backoff);
            return key;
        });
    }

    /** The last try does not count after all. */
    public void giveBack(String key) {
        count(tries -> {
            tries.giveBack(key);
            return key;
        });
    }

    /** None of the tries counts any more. */
    public void forget(String key) {
        count(tries -> {
            tries.forget(key);
            return key;
        });
    }

    private <T> T count(Function<Tries, T> what) {
        var now = clock.instant();
        if (now.isBefore(away)) {
            return what.apply(local);
        }
        try {
            return what.apply(shared);
        } catch (RuntimeException e) {
            log.warn("Redis is away, tries are counted here alone: {}", e.toString());
            away = now.plus(PAUSE);
            return what.apply(local);
        }
    }
}

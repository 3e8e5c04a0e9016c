package com.socialflow.platform.limits;

import java.time.Clock;
import java.time.Duration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Counts tries, so that guessing does not pay: never scaled, whatever the limits of requests are. */
public class Throttle {

    private final Tries shared;
    private final Tries local;
    private final RedisOrHere redisOrHere;

    Throttle(StringRedisTemplate redis, Clock clock) {
        this.shared = new RedisTries(redis, clock);
        this.local = new LocalTries(clock);
        this.redisOrHere = new RedisOrHere(clock);
    }

    /** Counts a try and gives zero; or counts nothing, and says how long until the next may be made. */
    public Duration take(String key, Allowance allowance) {
        return redisOrHere.count(() -> shared.take(key, allowance), () -> local.take(key, allowance));
    }

    /** The same with waits that grow from try to try. */
    public Duration take(String key, Backoff backoff) {
        return redisOrHere.count(() -> shared.take(key, backoff), () -> local.take(key, backoff));
    }

    /** The last try with growing waits does not count after all. */
    public void giveBack(String key, Backoff backoff) {
        redisOrHere.run(() -> shared.giveBack(key, backoff), () -> local.giveBack(key, backoff));
    }

    /** The last try does not count after all. */
    public void giveBack(String key) {
        redisOrHere.run(() -> shared.giveBack(key), () -> local.giveBack(key));
    }

    /** None of the tries counts any more. */
    public void forget(String key) {
        redisOrHere.run(() -> shared.forget(key), () -> local.forget(key));
    }
}

package com.socialflow.platform.limits;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
        return take(List.of(new Counted(key, backoff)));
    }

    /** The same for several keys, in one go: counts for all of them or for none. */
    public Duration take(List<Counted> all) {
        return redisOrHere.count(() -> shared.take(all), () -> local.take(all));
    }

    /**
     * Ends a try that was counted with growing waits.
     *
     * @param forgotten of which none of the tries counts any more
     * @param givenBack for which this try does not count after all
     */
    public void settle(List<Counted> forgotten, List<Counted> givenBack) {
        redisOrHere.run(() -> shared.settle(forgotten, givenBack), () -> local.settle(forgotten, givenBack));
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

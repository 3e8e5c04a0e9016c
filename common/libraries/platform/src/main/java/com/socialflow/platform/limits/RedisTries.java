package com.socialflow.platform.limits;

import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/** Counts for all processes together. */
final class RedisTries implements Tries {

    private static final RedisScript<Long> TAKE = new DefaultRedisScript<>("""
            local tries = tonumber(redis.call('GET', KEYS[1]) or '0')
            if tries >= tonumber(ARGV[1]) then
                return math.max(redis.call('PTTL', KEYS[1]), 1)
            end
            redis.call('INCR', KEYS[1])
            if tries == 0 then
                redis.call('PEXPIRE', KEYS[1], ARGV[2])
            end
            return 0
            """, Long.class);

    private static final RedisScript<Long> GIVE_BACK = new DefaultRedisScript<>("""
            if redis.call('EXISTS', KEYS[1]) == 0 then
                return 0
            end
            local tries = redis.call('DECR', KEYS[1])
            if tries < 1 then
                redis.call('DEL', KEYS[1])
            end
            return tries
            """, Long.class);

    private final StringRedisTemplate redis;

    RedisTries(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public Duration take(String key, Allowance allowance) {
        return Duration.ofMillis(redis.execute(
                TAKE,
                List.of(key),
                Integer.toString(allowance.tries()),
                Long.toString(allowance.in().toMillis())));
    }

    @Override
    public void giveBack(String key) {
        redis.execute(GIVE_BACK, List.of(key));
    }

    @Override
    public void forget(String key) {
        redis.delete(key);
    }
}

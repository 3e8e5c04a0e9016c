package com.socialflow.platform.limits;

import java.time.Clock;
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

    private static final RedisScript<Long> STRIKE = new DefaultRedisScript<>("""
            local now = tonumber(ARGV[1])
            local following = tonumber(redis.call('HGET', KEYS[1], 'next') or '0')
            if now < following then
                return following - now
            end
            local tries = redis.call('HINCRBY', KEYS[1], 'tries', 1)
            local wait = 0
            if tries >= tonumber(ARGV[5]) then
                wait = tonumber(ARGV[6])
            elseif tries >= tonumber(ARGV[2]) then
                wait = math.min(tonumber(ARGV[4]), tonumber(ARGV[3]) * 2 ^ (tries - tonumber(ARGV[2])))
            end
            redis.call('HSET', KEYS[1], 'next', string.format('%.0f', now + wait))
            redis.call('PEXPIRE', KEYS[1], ARGV[6])
            return 0
            """, Long.class);

    private static final RedisScript<Long> UNSTRIKE = new DefaultRedisScript<>("""
            if redis.call('EXISTS', KEYS[1]) == 0 then
                return 0
            end
            local tries = redis.call('HINCRBY', KEYS[1], 'tries', -1)
            if tries < 1 then
                redis.call('DEL', KEYS[1])
            else
                redis.call('HDEL', KEYS[1], 'next')
            end
            return tries
            """, Long.class);

    private final StringRedisTemplate redis;
    private final Clock clock;

    RedisTries(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
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
    public Duration take(String key, Backoff backoff) {
        return Duration.ofMillis(redis.execute(
                STRIKE,
                List.of(key),
                Long.toString(clock.millis()),
                Integer.toString(backoff.free()),
                Long.toString(backoff.first().toMillis()),
                Long.toString(backoff.most().toMillis()),
                Integer.toString(backoff.inARow()),
                Long.toString(backoff.forgotten().toMillis())));
    }

    @Override
    public void giveBack(String key, Backoff backoff) {
        redis.execute(UNSTRIKE, List.of(key));
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

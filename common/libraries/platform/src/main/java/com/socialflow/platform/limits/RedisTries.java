package com.socialflow.platform.limits;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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

    /** Of one Redis: in a cluster of them the keys would have to lie together. */
    private static final RedisScript<Long> STRIKE = new DefaultRedisScript<>("""
            local now = tonumber(ARGV[1])
            for _, key in ipairs(KEYS) do
                local following = tonumber(redis.call('HGET', key, 'next') or '0')
                if now < following then
                    return following - now
                end
            end
            for i, key in ipairs(KEYS) do
                local free, first, most, row, forgotten = unpack(ARGV, 5 * i - 3, 5 * i + 1)
                local tries = redis.call('HINCRBY', key, 'tries', 1)
                local wait = 0
                if tries >= tonumber(row) then
                    wait = tonumber(forgotten)
                elseif tries >= tonumber(free) then
                    wait = math.min(tonumber(most), tonumber(first) * 2 ^ (tries - tonumber(free)))
                end
                if wait > 0 then
                    redis.call('HSET', key, 'next', string.format('%.0f', now + wait))
                else
                    -- Whoever read a clock a little earlier need not wait for this one.
                    redis.call('HDEL', key, 'next')
                end
                redis.call('PEXPIRE', key, forgotten)
            end
            return 0
            """, Long.class);

    private static final RedisScript<Long> SETTLE = new DefaultRedisScript<>("""
            for i, key in ipairs(KEYS) do
                if i <= tonumber(ARGV[1]) then
                    redis.call('DEL', key)
                elseif redis.call('EXISTS', key) == 1 then
                    if redis.call('HINCRBY', key, 'tries', -1) < 1 then
                        redis.call('DEL', key)
                    else
                        redis.call('HDEL', key, 'next')
                    end
                end
            end
            return 0
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
    public Duration take(List<Counted> all) {
        var arguments = new ArrayList<String>();
        arguments.add(Long.toString(clock.millis()));
        for (var counted : all) {
            var backoff = counted.backoff();
            arguments.add(Integer.toString(backoff.free()));
            arguments.add(Long.toString(backoff.first().toMillis()));
            arguments.add(Long.toString(backoff.most().toMillis()));
            arguments.add(Integer.toString(backoff.inARow()));
            arguments.add(Long.toString(backoff.forgotten().toMillis()));
        }
        return Duration.ofMillis(redis.execute(STRIKE, keys(all), arguments.toArray()));
    }

    @Override
    public void settle(List<Counted> forgotten, List<Counted> givenBack) {
        var keys = new ArrayList<>(keys(forgotten));
        keys.addAll(keys(givenBack));
        redis.execute(SETTLE, keys, Integer.toString(forgotten.size()));
    }

    private static List<String> keys(List<Counted> all) {
        return all.stream().map(Counted::key).toList();
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

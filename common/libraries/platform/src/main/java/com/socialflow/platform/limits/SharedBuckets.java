package com.socialflow.platform.limits;

import com.socialflow.platform.limits.Bucket.Standing;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/** Buckets of all processes together, in Redis and by its clock. */
final class SharedBuckets {

    private static final long NANOS_A_MICRO = 1_000;

    /**
     * Gives the microseconds until the bucket is full after a token was taken, or those until there is one, negative.
     * Times since 1970 in microseconds are whole numbers that Lua's doubles hold exactly.
     */
    private static final RedisScript<Long> TAKE = new DefaultRedisScript<>("""
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local interval = tonumber(ARGV[1])
            local capacity = tonumber(ARGV[2])
            local full = tonumber(redis.call('GET', KEYS[1]) or '0')
            full = math.min(math.max(full, now), now + capacity) + interval
            if full - now > capacity then
                return now + capacity - full
            end
            redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', math.ceil((full - now) / 1000))
            return full - now
            """, Long.class);

    private final StringRedisTemplate redis;

    SharedBuckets(StringRedisTemplate redis) {
        this.redis = redis;
    }

    Standing take(String key, Bucket bucket) {
        var micros = redis.execute(
                TAKE,
                List.of(key),
                Long.toString(Math.max(1, bucket.intervalNanos() / NANOS_A_MICRO)),
                Long.toString(Math.max(1, bucket.capacityNanos() / NANOS_A_MICRO)));
        return micros < 0 ? bucket.empty(-micros * NANOS_A_MICRO) : bucket.standing(micros * NANOS_A_MICRO);
    }
}

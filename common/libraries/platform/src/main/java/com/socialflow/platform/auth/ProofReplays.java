package com.socialflow.platform.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Knows the proofs that were used lately: all that came to this process, and through Redis those that came to others.
 * While Redis is away a proof may be used once in each process.
 */
final class ProofReplays {

    private static final Logger log = LoggerFactory.getLogger(ProofReplays.class);

    /** About 30 MB. Beyond it proofs are refused until old ones are forgotten: no replay passes for want of room. */
    static final int KEPT_MAX = 200_000;

    private static final String KEY = "auth:proof:";

    /** After a failure Redis is not asked for so long. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final StringRedisTemplate redis;
    private final Clock clock;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private volatile Instant away = Instant.MIN;
    private volatile Instant swept = Instant.MIN;

    ProofReplays(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * Whether this is the first use.
     *
     * @param proof its key and id, hashed
     * @param kept how long the proof would be taken
     */
    boolean first(String proof, Duration kept) {
        var now = clock.instant();
        forgetOld(now, kept);
        if (until.size() >= KEPT_MAX || until.putIfAbsent(proof, now.plus(kept)) != null) {
            return false;
        }
        if (now.isBefore(away)) {
            return true;
        }
        try {
            return Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(KEY + proof, "", kept));
        } catch (RuntimeException e) {
            log.warn("Redis is away, proofs of keys are remembered here alone: {}", e.toString());
            away = now.plus(PAUSE);
            return true;
        }
    }

    /** Once in each such time, or when there is no room: a sweep costs as much as there is. */
    private void forgetOld(Instant now, Duration kept) {
        var full = until.size() >= KEPT_MAX && now.isAfter(swept.plusSeconds(1));
        if (full || now.isAfter(swept.plus(kept))) {
            swept = now;
            until.values().removeIf(end -> !now.isBefore(end));
        }
    }
}

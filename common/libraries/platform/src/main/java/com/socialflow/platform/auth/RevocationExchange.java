package com.socialflow.platform.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Tells other processes which sessions ended here, and learns which ended there, through a sorted set in Redis: the
 * score is Redis's own time, so that clocks don't matter. While Redis is away, what ended here waits.
 */
class RevocationExchange {

    private static final Logger log = LoggerFactory.getLogger(RevocationExchange.class);

    static final String KEY = "auth:revoked-sessions";

    static final Duration PERIOD = Duration.ofSeconds(1);

    /** Of one answer; more are asked for at once. */
    private static final int BATCH_MAX = 10_000;

    /** A Redis that takes over from another has its own clock. */
    private static final long OVERLAP_MILLIS = 5_000;

    private static final RedisScript<Long> PUBLISH = new DefaultRedisScript<>("""
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            redis.call('ZADD', KEYS[1], now, ARGV[1])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return now
            """, Long.class);

    private final RevokedSessions revoked;
    private final StringRedisTemplate redis;
    private double seen;
    private boolean failing;

    RevocationExchange(RevokedSessions revoked, StringRedisTemplate redis) {
        this.revoked = revoked;
        this.redis = redis;
    }

    /** One round. */
    void run() {
        revoked.forgetOld();
        try {
            publish();
            learn();
            if (failing) {
                log.info("revoked sessions are exchanged again");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("revoked sessions are not exchanged with other processes: {}", e.toString());
            }
            failing = true;
        }
    }

    private void publish() {
        var kept = Long.toString(revoked.kept().toMillis());
        for (var session : revoked.unpublished().keySet()) {
            redis.execute(PUBLISH, List.of(KEY), session, kept);
            revoked.published(session);
        }
    }

    private void learn() {
        var since = seen - OVERLAP_MILLIS;
        while (true) {
            var batch = redis.opsForZSet().rangeByScoreWithScores(KEY, since, Double.MAX_VALUE, 0, BATCH_MAX);
            for (var entry : batch) {
                var score = entry.getScore();
                var session = entry.getValue();
                if (score != null && session != null) {
                    revoked.note(session, Instant.ofEpochMilli(score.longValue()));
                    seen = Math.max(seen, score);
                }
            }
            if (batch.size() < BATCH_MAX) {
                return;
            }
            since = seen;
        }
    }
}

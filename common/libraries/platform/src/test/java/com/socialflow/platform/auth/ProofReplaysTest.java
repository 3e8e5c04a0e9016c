package com.socialflow.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.platform.TestRedis;
import com.socialflow.testkit.TestClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Proofs that come to two processes with one Redis. */
@Tag("engines")
class ProofReplaysTest {

    private static final LettuceConnectionFactory CONNECTIONS = TestRedis.connections();
    private static final Duration KEPT = Duration.ofMinutes(2);

    private final StringRedisTemplate redis = new StringRedisTemplate(CONNECTIONS);
    private final ProofReplays here = new ProofReplays(redis, TestClock.atNoon());
    private final ProofReplays there = new ProofReplays(redis, TestClock.atNoon());
    private final String proof = UUID.randomUUID().toString();

    @AfterAll
    static void disconnect() {
        CONNECTIONS.destroy();
    }

    @Test
    void areUsedOnceWhereverTheyCome() {
        assertThat(here.first(proof, KEPT)).isTrue();
        assertThat(there.first(proof, KEPT)).isFalse();
        assertThat(here.first(proof, KEPT)).isFalse();
        assertThat(there.first(proof + "another", KEPT)).isTrue();
    }

    @Test
    void areForgottenWhenNobodyTakesThemAnyMore() {
        here.first(proof, KEPT);

        assertThat(redis.getExpire("auth:proof:" + proof)).isBetween(60L, KEPT.toSeconds());
    }
}

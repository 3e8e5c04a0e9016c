package com.socialflow.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.platform.TestRedis;
import com.socialflow.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What both kinds of counting have in common. */
@Tag("engines")
class TriesTest {

    private static final LettuceConnectionFactory CONNECTIONS = TestRedis.connections();
    private static final Allowance THREE = new Allowance(3, Duration.ofMinutes(1));

    private static final Backoff GROWING =
            new Backoff(3, Duration.ofSeconds(10), Duration.ofMinutes(1), 10, Duration.ofHours(1));

    private final TestClock clock = TestClock.atNoon();
    private final String key = "test:" + UUID.randomUUID();
    private final Counted growing = new Counted(key, GROWING);

    enum Kind {
        LOCAL,
        REDIS
    }

    @AfterAll
    static void disconnect() {
        CONNECTIONS.destroy();
    }

    @ParameterizedTest
    @EnumSource
    void allowSoManyTriesAndSayHowLongToWait(Kind kind) {
        var tries = tries(kind);

        for (var i = 0; i < 3; i++) {
            assertThat(tries.take(key, THREE)).isZero();
        }
        assertThat(tries.take(key, THREE)).isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
        assertThat(tries.take(key + "other", THREE)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void allowOneMoreForOneGivenBack(Kind kind) {
        var tries = tries(kind);
        for (var i = 0; i < 3; i++) {
            tries.take(key, THREE);
        }

        tries.giveBack(key);

        assertThat(tries.take(key, THREE)).isZero();
        assertThat(tries.take(key, THREE)).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void allowAllAgainWhenForgotten(Kind kind) {
        var tries = tries(kind);
        for (var i = 0; i < 3; i++) {
            tries.take(key, THREE);
        }

        tries.forget(key);
        tries.giveBack(key);

        assertThat(tries.take(key, THREE)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void countThoseAtTheSameMoment(Kind kind) {
        var tries = tries(kind);

        var allowed = IntStream.range(0, 50)
                .parallel()
                .filter(_ -> tries.take(key, THREE).isZero())
                .count();

        assertThat(allowed).isEqualTo(3);
    }

    @Test
    void beginAnewAfterTheirTime() {
        var tries = tries(Kind.LOCAL);
        for (var i = 0; i < 4; i++) {
            tries.take(key, THREE);
        }

        clock.advance(Duration.ofMinutes(1));

        assertThat(tries.take(key, THREE)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void makeWaitTwiceAsLongEachTime(Kind kind) {
        var tries = tries(kind);
        for (var i = 0; i < 3; i++) {
            assertThat(tries.take(List.of(growing))).isZero();
        }

        for (var wait : List.of(10, 20, 40, 60, 60)) {
            assertThat(tries.take(List.of(growing))).isEqualTo(Duration.ofSeconds(wait));
            clock.advance(Duration.ofSeconds(wait - 1));
            assertThat(tries.take(List.of(growing))).isEqualTo(Duration.ofSeconds(1));
            clock.advance(Duration.ofSeconds(1));
            assertThat(tries.take(List.of(growing))).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void endWithTheLastInARow(Kind kind) {
        var tries = tries(kind);
        for (var i = 0; i < 10; i++) {
            assertThat(tries.take(List.of(growing))).isZero();
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(tries.take(List.of(growing))).isGreaterThan(Duration.ofMinutes(58));
        tries.forget(key);
        assertThat(tries.take(List.of(growing))).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void makeNobodyWaitForATryThatDoesNotCount(Kind kind) {
        var tries = tries(kind);
        for (var i = 0; i < 3; i++) {
            tries.take(List.of(growing));
        }

        tries.settle(List.of(), List.of(growing));

        assertThat(tries.take(List.of(growing))).isZero();
        assertThat(tries.take(List.of(growing))).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @EnumSource
    void makeNobodyWaitWhoseClockIsALittleBehind(Kind kind) {
        var tries = tries(kind);
        tries.take(List.of(growing));

        clock.advance(Duration.ofMillis(-5));

        assertThat(tries.take(List.of(growing))).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void countForAllKeysOrForNone(Kind kind) {
        var tries = tries(kind);
        var other = new Counted(key + "other", GROWING);
        for (var i = 0; i < 3; i++) {
            tries.take(List.of(growing));
        }

        assertThat(tries.take(List.of(other, growing))).isEqualTo(Duration.ofSeconds(10));

        for (var i = 0; i < 3; i++) {
            assertThat(tries.take(List.of(other))).isZero();
        }
        tries.settle(List.of(growing), List.of(other));
        assertThat(tries.take(List.of(other, growing))).isZero();
        assertThat(tries.take(List.of(growing, other))).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @EnumSource
    void countGrowingOnesAtTheSameMoment(Kind kind) {
        var tries = tries(kind);

        var allowed = IntStream.range(0, 50)
                .parallel()
                .filter(_ -> tries.take(List.of(growing)).isZero())
                .count();

        assertThat(allowed).isEqualTo(3);
    }

    private Tries tries(Kind kind) {
        return switch (kind) {
            case LOCAL -> new LocalTries(clock);
            case REDIS -> new RedisTries(new StringRedisTemplate(CONNECTIONS), clock);
        };
    }
}

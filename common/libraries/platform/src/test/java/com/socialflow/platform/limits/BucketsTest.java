package com.socialflow.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.socialflow.platform.TestRedis;
import com.socialflow.platform.limits.Bucket.Standing;
import com.socialflow.platform.limits.LocalBuckets.Key;
import com.socialflow.testkit.TestClock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What both kinds of buckets have in common. */
@Tag("engines")
class BucketsTest {

    private static final LettuceConnectionFactory CONNECTIONS = TestRedis.connections();

    /** One more every twelve seconds. */
    private static final Bucket FIVE_A_MINUTE = Bucket.of(Rate.valueOf("5/1m"));

    private final TestClock clock = TestClock.atNoon();
    private final LocalBuckets local = new LocalBuckets(clock);
    private final SharedBuckets shared = new SharedBuckets(new StringRedisTemplate(CONNECTIONS));
    private final String key = "test:" + UUID.randomUUID();

    enum Kind {
        LOCAL,
        SHARED
    }

    @AfterAll
    static void disconnect() {
        CONNECTIONS.destroy();
    }

    @ParameterizedTest
    @EnumSource
    void allowABurstAndSayWhatIsLeft(Kind kind) {
        for (var left = 4; left >= 0; left--) {
            var standing = take(kind, key, FIVE_A_MINUTE);
            assertThat(standing.allowed()).isTrue();
            assertThat(standing.remaining()).isEqualTo(left);
            assertThat(standing.seconds()).isBetween((5 - left) * 12L - 1, (5 - left) * 12L);
        }
        var refused = take(kind, key, FIVE_A_MINUTE);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.remaining()).isZero();
        assertThat(refused.seconds()).isBetween(11L, 12L);
        assertThat(take(kind, key + "other", FIVE_A_MINUTE).allowed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void oneThatIsRefusedCostsNothing(Kind kind) {
        for (var i = 0; i < 5; i++) {
            take(kind, key, FIVE_A_MINUTE);
        }
        for (var i = 0; i < 20; i++) {
            assertThat(take(kind, key, FIVE_A_MINUTE).seconds()).isBetween(11L, 12L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyNumberAtOnceIsNoWayAround(Kind kind) throws InterruptedException {
        var allowed = new AtomicInteger();
        var threads = new Thread[40];
        for (var i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofVirtual().start(() -> {
                if (take(kind, key, FIVE_A_MINUTE).allowed()) {
                    allowed.incrementAndGet();
                }
            });
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(allowed).hasValue(5);
    }

    @Test
    void fillEvenlyAsTimeGoesBy() {
        for (var i = 0; i < 6; i++) {
            take(Kind.LOCAL, key, FIVE_A_MINUTE);
        }

        clock.advance(Duration.ofSeconds(12));
        assertThat(take(Kind.LOCAL, key, FIVE_A_MINUTE).allowed()).isTrue();
        assertThat(take(Kind.LOCAL, key, FIVE_A_MINUTE).allowed()).isFalse();

        clock.advance(Duration.ofHours(1));
        assertThat(take(Kind.LOCAL, key, FIVE_A_MINUTE).remaining()).isEqualTo(4);
    }

    @Test
    void fillInRedisByItsClock() {
        var oneASecond = Bucket.of(Rate.valueOf("10/10s burst 1"));
        assertThat(take(Kind.SHARED, key, oneASecond).allowed()).isTrue();
        assertThat(take(Kind.SHARED, key, oneASecond).allowed()).isFalse();

        await().atMost(Duration.ofSeconds(5))
                .until(() -> take(Kind.SHARED, key, oneASecond).allowed());
    }

    @Test
    void aClockThatIsSetBackMakesNobodyWaitForLong() {
        for (var i = 0; i < 6; i++) {
            take(Kind.LOCAL, key, FIVE_A_MINUTE);
        }

        clock.advance(Duration.ofHours(-2));

        assertThat(take(Kind.LOCAL, key, FIVE_A_MINUTE).seconds()).isEqualTo(12);
    }

    private Standing take(Kind kind, String of, Bucket bucket) {
        return switch (kind) {
            case LOCAL -> local.take(new Key(RouteClass.WRITES, of), bucket);
            case SHARED -> shared.take(of, bucket);
        };
    }
}

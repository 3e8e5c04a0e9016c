package com.socialflow.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.platform.TestRedis;
import com.socialflow.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Two processes that share a Redis. */
@Tag("engines")
class RevocationExchangeTest {

    private static final LettuceConnectionFactory CONNECTIONS = TestRedis.connections();

    private final TestClock clock = TestClock.atNoon();
    private final RevokedSessions one = new RevokedSessions(AccessTokensTest.SETTINGS, clock);
    private final RevokedSessions other = new RevokedSessions(AccessTokensTest.SETTINGS, clock);
    private final StringRedisTemplate redis = new StringRedisTemplate(CONNECTIONS);
    private final String session = UUID.randomUUID().toString();

    @AfterAll
    static void disconnect() {
        CONNECTIONS.destroy();
    }

    @Test
    void tellsOtherProcessesWhatEnded() {
        clock.set(Instant.now());
        one.revoke(session);
        assertThat(one.contains(session)).isTrue();
        assertThat(other.contains(session)).isFalse();

        new RevocationExchange(one, redis).run();
        new RevocationExchange(other, redis).run();

        assertThat(other.contains(session)).isTrue();
        assertThat(one.unpublished()).isEmpty();
    }

    @Test
    void keepsWhatItCouldNotTellUntilItCan() {
        clock.set(Instant.now());
        one.revoke(session);
        var nowhere = new LettuceConnectionFactory("127.0.0.1", 1);
        nowhere.afterPropertiesSet();
        nowhere.start();

        var exchange = new RevocationExchange(one, new StringRedisTemplate(nowhere));
        exchange.run();
        exchange.run();

        assertThat(one.unpublished()).containsOnlyKeys(session);
        nowhere.destroy();
    }

    @Test
    void forgetsWhatNoTokenCanBeOfAnyMore() {
        one.revoke(session);

        clock.advance(one.kept().plus(Duration.ofSeconds(1)));
        one.forgetOld();

        assertThat(one.contains(session)).isFalse();
    }
}

package com.socialflow.social.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.auth.RevokedSessions;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.social.SocialServiceTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The program's own streams are one process here, and a second set of the same objects is another. */
class TwoProcessesTest extends SocialServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Autowired
    private LiveStreams here;

    @Autowired
    private LettuceConnectionFactory redis;

    @Autowired
    private RevokedSessions revoked;

    private final Recurring recurring = new Recurring();
    private LiveStreams there;

    @BeforeEach
    void startAnother() {
        there = process(redis);
    }

    @AfterEach
    void stopIt() {
        there.stop();
        recurring.stop();
    }

    private LiveStreams process(LettuceConnectionFactory connections) {
        var streams = new LiveStreams(
                new Backlog(new StringRedisTemplate(connections)),
                new LiveChannel(connections, recurring),
                new OpenStreams(clock, new SimpleMeterRegistry()),
                revoked,
                new JsonMapper(),
                recurring);
        recurring.start();
        streams.start();
        return streams;
    }

    @Test
    void whatOneProcessSendsArrivesInTheOther() throws InterruptedException {
        try (var stream =
                there.open(actor(alice.account()), OptionalLong.empty()).orElseThrow()) {
            next(stream);

            here.send(Set.of(alice.account(), bob.account()), new LiveEvent("home", Map.of("n", 1)));

            assertThat(next(stream).data()).isEqualTo("{\"n\":1}");
        }
    }

    @Test
    void aStreamThatBrokeGoesOnInTheOtherProcess() throws InterruptedException {
        long last;
        try (var stream =
                here.open(actor(alice.account()), OptionalLong.empty()).orElseThrow()) {
            last = next(stream).id();
        }
        here.send(Set.of(alice.account()), new LiveEvent("home", Map.of("n", 1)));
        there.send(Set.of(alice.account()), new LiveEvent("home", Map.of("n", 2)));

        try (var stream =
                there.open(actor(alice.account()), OptionalLong.of(last)).orElseThrow()) {
            assertThat(next(stream).data()).isEqualTo("{\"n\":1}");
            assertThat(next(stream).data()).isEqualTo("{\"n\":2}");
        }
    }

    @Test
    void aSlowReaderGetsEverythingOnce() throws InterruptedException {
        try (var stream =
                there.open(actor(alice.account()), OptionalLong.empty()).orElseThrow()) {
            next(stream);
            for (int n = 0; n < 180; n++) {
                here.send(Set.of(alice.account()), new LiveEvent("home", Map.of("n", n)));
            }
            var seen = new HashSet<String>();
            for (int n = 0; n < 180; n++) {
                var message = next(stream);
                assertThat(message.data()).isEqualTo("{\"n\":" + n + "}");
                seen.add(message.data());
            }
            assertThat(seen).hasSize(180);
        }
    }

    @Test
    void nothingIsKeptOfPeopleWhoDoNotLook() {
        here.send(Set.of(bob.account()), new LiveEvent("home", Map.of("n", 1)));

        assertThat(here.watching(Set.of(bob.account()))).isEmpty();
        assertThat(new StringRedisTemplate(redis)
                        .hasKey("live:of:" + bob.account().value()))
                .isFalse();
    }

    @Test
    void findsThoseWhoLookAmongMany() throws InterruptedException {
        var many = LongStream.rangeClosed(1, 200).mapToObj(AccountId::new).collect(Collectors.toSet());
        many.add(alice.account());
        try (var ofAlice =
                        here.open(actor(alice.account()), OptionalLong.empty()).orElseThrow();
                var ofBob =
                        there.open(actor(bob.account()), OptionalLong.empty()).orElseThrow()) {
            next(ofAlice);
            next(ofBob);

            assertThat(here.watching(many)).containsExactly(alice.account());
            assertThat(new Backlog(new StringRedisTemplate(redis)).allWatching(1))
                    .isEmpty();
        }
    }

    @Test
    void forgetsWhoIsGone() throws InterruptedException {
        try (var stream =
                here.open(actor(alice.account()), OptionalLong.empty()).orElseThrow()) {
            next(stream);
            here.send(Set.of(alice.account()), new LiveEvent("home", Map.of("n", 1)));
            next(stream);
        }
        var data = new LiveData(new Backlog(new StringRedisTemplate(redis)));

        assertThat(data.erase(alice.account(), 1)).isEqualTo(2);

        assertThat(data.erase(alice.account(), 1)).isZero();
        assertThat(here.watching(Set.of(alice.account()))).isEmpty();
    }

    @Test
    void withoutRedisAProcessTellsItsOwn() throws InterruptedException {
        var nowhere = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration("127.0.0.1", 1),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofMillis(200))
                        .build());
        nowhere.afterPropertiesSet();
        nowhere.start();
        var alone = process(nowhere);
        try (var stream =
                alone.open(actor(alice.account()), OptionalLong.empty()).orElseThrow()) {
            next(stream);
            alone.send(Set.of(alice.account(), bob.account()), new LiveEvent("home", Map.of("n", 1)));
            assertThat(next(stream).data()).isEqualTo("{\"n\":1}");
            assertThat(alone.watching(Set.of(alice.account(), bob.account()))).containsExactly(alice.account());
        } finally {
            alone.stop();
            nowhere.destroy();
        }
    }

    private static LiveMessage next(LiveStream stream) throws InterruptedException {
        if (stream.next(PATIENCE) instanceof LiveStream.News.Event(var message)) {
            return message;
        }
        throw new AssertionError("nothing happens");
    }

    private static Actor actor(AccountId account) {
        return new Actor(account, "session-" + account, Set.of(), Instant.EPOCH, null);
    }
}

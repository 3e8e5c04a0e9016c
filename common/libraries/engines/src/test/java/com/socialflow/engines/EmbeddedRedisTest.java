package com.socialflow.engines;

import static com.socialflow.engines.Given.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("engines")
class EmbeddedRedisTest {

    @TempDir
    static Path data;

    static Engines engines;

    @BeforeAll
    static void start() {
        engines = Engines.start(Given.only(data, Engine.REDIS), Given.NOBODY_LISTENS);
    }

    @AfterAll
    static void stop() {
        engines.close();
    }

    @Test
    void answersNobodyWithoutThePassword() throws Exception {
        var address = engines.redis(PATIENCE);

        try (var stranger = new RedisClient(address)) {
            assertThat(stranger.ask("GET a")).startsWith("-NOAUTH");
            assertThat(stranger.ask("AUTH default guess")).startsWith("-WRONGPASS");
            assertThat(stranger.ask("AUTH social guess")).startsWith("-WRONGPASS");
        }
    }

    // @Asvs("V13.2.2")
    @Test
    void letsItsUserUseItButNotGovernIt() throws Exception {
        try (var client = RedisClient.signedIn(engines.redis(PATIENCE))) {
            assertThat(client.ask("SET a 1 EX 60")).isEqualTo("+OK");
            assertThat(client.ask("CONFIG SET dir /tmp")).startsWith("-NOPERM");
            assertThat(client.ask("SHUTDOWN")).startsWith("-NOPERM");
        }
    }

    @Test
    void keepsItsPasswordFromOthers() throws Exception {
        engines.redis(PATIENCE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("redis/password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void comesBackWithEverythingAcknowledgedWhenKilled() throws Exception {
        var address = engines.redis(PATIENCE);
        var restarts = Given.status(engines, Engine.REDIS).restarts();
        var acknowledged = 0L;
        try (var client = RedisClient.signedIn(address)) {
            while (acknowledged < 2_000) {
                assertThat(client.ask("INCR kept")).isEqualTo(":" + ++acknowledged);
            }
            Given.kill(Given.pid(data, Engine.REDIS));
        }

        Given.eventually(() -> Given.status(engines, Engine.REDIS).restarts() == restarts + 1);
        assertThat(engines.redis(PATIENCE)).isEqualTo(address);
        try (var client = RedisClient.signedIn(address)) {
            assertThat(client.ask("GET kept")).isEqualTo(Long.toString(acknowledged));
        }
    }

    @Test
    void refusesWritesPastItsMemoryRatherThanDropData() throws Exception {
        var small = Given.only(data.resolve("small"), Engine.REDIS)
                .withRedis(new EnginesSettings.Redis(EnginesSettings.ANY_PORT, null, 1 << 20));
        try (var own = Engines.start(small, Given.NOBODY_LISTENS);
                var client = RedisClient.signedIn(own.redis(PATIENCE))) {
            var answer = client.ask("SET a " + "x".repeat(10_000));
            for (var key = 0; key < 200 && answer.equals("+OK"); key++) {
                answer = client.ask("SET a%d %s".formatted(key, "x".repeat(10_000)));
            }
            assertThat(answer).startsWith("-OOM");
        }
    }

    @Test
    void saysThatAConfiguredPortIsTaken() throws Exception {
        var taken = engines.redis(PATIENCE).port();
        var settings = Given.only(data.resolve("other"), Engine.REDIS)
                .withRedis(new EnginesSettings.Redis(taken, null, EnginesSettings.Redis.MEMORY_MAX));

        try (var own = Engines.start(settings, Given.NOBODY_LISTENS)) {
            assertThatThrownBy(() -> own.redis(PATIENCE))
                    .isInstanceOf(EngineUnavailableException.class)
                    .hasMessageContaining("port %d".formatted(taken));
        }
    }
}

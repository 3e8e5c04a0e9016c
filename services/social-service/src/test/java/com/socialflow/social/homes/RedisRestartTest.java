package com.socialflow.social.homes;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.engines.Engine;
import com.socialflow.engines.Engines;
import com.socialflow.engines.EnginesSettings;
import com.socialflow.social.homes.ReadyHome.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.RedisPassword;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** On a Redis of its own, which stops, loses what came last, and starts again. */
@Tag("engines")
class RedisRestartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path data;

    @TempDir
    Path copy;

    @Test
    void whatARestartedRedisHoldsIsNotBelieved() throws Exception {
        var reader = new AccountId(7);
        var engines = start();
        var connections = connect(engines);
        var homes = new Homes(
                new HomeRedis(connections, new Random(1)),
                new Random(2),
                new HomeSettings(10_000, 25_000),
                Clock.systemUTC());
        homes.finish(reader, homes.begin(reader).orElseThrow(), List.of(entry(1)), true);
        engines.close();
        copy(data, copy);

        engines = start();
        assertThat(eventually(homes, reader).state()).isEqualTo(State.MISSING);
        homes.finish(reader, homes.begin(reader).orElseThrow(), List.of(entry(2), entry(1)), true);
        assertThat(homes.read(reader).entries()).hasSize(2);
        engines.close();
        assertThat(homes.read(reader).state()).isEqualTo(State.AWAY);
        copy(copy, data);

        engines = start();
        assertThat(eventually(homes, reader).state()).isEqualTo(State.MISSING);
        connections.destroy();
        engines.close();
    }

    /** Once it is there again. */
    private static ReadyHome eventually(Homes homes, AccountId reader) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var found = homes.read(reader);
            if (found.state() != State.AWAY || System.nanoTime() > end) {
                return found;
            }
            Thread.sleep(50);
        }
    }

    private Engines start() {
        return Engines.start(EnginesSettings.in(data).withEmbedded(Set.of(Engine.REDIS)), _ -> {});
    }

    private static LettuceConnectionFactory connect(Engines engines) {
        var address = engines.redis(PATIENCE);
        var server = new RedisStandaloneConfiguration(address.host(), address.port());
        server.setUsername(address.user());
        server.setPassword(RedisPassword.of(address.password()));
        var connections = new LettuceConnectionFactory(server);
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }

    private static HomeEntry entry(long position) {
        return new HomeEntry(position << 30, new PostId(position << 30), null);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from.resolve("redis"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}

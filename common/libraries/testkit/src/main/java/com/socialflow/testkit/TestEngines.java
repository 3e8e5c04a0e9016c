package com.socialflow.testkit;

import com.socialflow.engines.Engine;
import com.socialflow.engines.Engines;
import com.socialflow.engines.EnginesSettings;
import com.socialflow.engines.RedisAddress;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The real engines for tests: started when a test first asks, one of each per test JVM, gone with it.
 *
 * <p>Each JVM has its own rather than one for the whole build: a server starts in a tenth of a second and its cluster
 * is made in half of one, so that sharing would save little and would need somebody to say who stops it.
 */
public final class TestEngines {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Map<Engine, Engines> RUNNING = new EnumMap<>(Engine.class);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestEngines() {}

    /** A new empty database. Its server forces nothing to disk: a crash of the machine would lose it. */
    public static TestDatabase postgres() {
        var server = running(Engine.POSTGRES).postgres(PATIENCE);
        var name = "test_" + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the test", e);
        }
        return new TestDatabase(
                "jdbc:postgresql://%s:%d/%s".formatted(server.host(), server.port(), name),
                server.user(),
                server.password());
    }

    /** The Redis of this JVM, with whatever its earlier tests left there. */
    public static RedisAddress redis() {
        return running(Engine.REDIS).redis(PATIENCE);
    }

    /** The bootstrap servers of this JVM's Kafka, with whatever topics its earlier tests left there. */
    public static String kafka() {
        var engines = running(Engine.KAFKA);
        engines.startKafka();
        return engines.kafka(PATIENCE);
    }

    private static synchronized Engines running(Engine engine) {
        var known = RUNNING.get(engine);
        if (known == null) {
            var directory = TestDirectory.ofThisJvm(engine.name().toLowerCase(Locale.ROOT));
            known = Engines.start(settings(engine, directory), _ -> {});
            directory.atExit(known::close);
            RUNNING.put(engine, known);
        }
        return known;
    }

    private static EnginesSettings settings(Engine engine, TestDirectory directory) {
        var parameters = Map.of("max_connections", "200", "shared_buffers", "32MB", "wal_recycle", "off");
        return EnginesSettings.in(directory.path())
                .withPrograms(TestDirectory.shared("programs"))
                .withEmbedded(Set.of(engine))
                .withPostgres(new EnginesSettings.Postgres(EnginesSettings.ANY_PORT, false, parameters));
    }
}

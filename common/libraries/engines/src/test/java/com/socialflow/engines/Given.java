package com.socialflow.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;

/** What several tests start from. */
final class Given {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final EngineListener NOBODY_LISTENS = _ -> {};

    private Given() {}

    /** Unpacked once per build, not once per test. */
    static Path programs() {
        return Path.of(System.getProperty("project.root", ".")).resolve("target/testkit/programs");
    }

    static EnginesSettings only(Path data, Engine... engines) {
        return EnginesSettings.in(data).withPrograms(programs()).withEmbedded(Set.of(engines));
    }

    static Connection connect(PostgresAddress at) throws SQLException {
        return DriverManager.getConnection(at.url(), at.user(), at.password());
    }

    static void eventually(BooleanSupplier holds) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                Assertions.fail("not within %d s", PATIENCE.toSeconds());
            }
            Thread.sleep(5);
        }
    }

    static EngineStatus status(Engines engines, Engine engine) {
        return engines.statuses().stream()
                .filter(status -> status.engine() == engine)
                .findFirst()
                .orElseThrow();
    }

    static long pid(Path data, Engine engine) {
        try {
            return new PidFile(data.resolve("run", engine.key() + ".pid"))
                    .running()
                    .map(ProcessHandle::pid)
                    .orElse(0L);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean alive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
}

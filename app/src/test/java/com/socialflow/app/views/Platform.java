package com.socialflow.app.views;

import static org.awaitility.Awaitility.await;

import com.socialflow.app.journey.RunningProgram;
import com.socialflow.engines.Engine;
import com.socialflow.engines.Engines;
import com.socialflow.testkit.EngineHost;
import com.socialflow.testkit.FreePort;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The program, alone or with Kafka and Flink in processes of their own, and what can be done to it. */
final class Platform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Players say where they are. */
    private static final String[] SETTINGS = {"--server.forward-headers-strategy=native"};

    /** It runs for minutes. */
    private static final String FAST = "-XX:TieredStopAtLevel=4";

    /** What may be killed, as a power cut would. */
    enum Victim {
        /** With PostgreSQL and Redis, and what it has not given away. */
        PROGRAM,
        REDIS,
        /** Not killed, but emptied. */
        MEMORY_OF_REDIS,
        KAFKA,
        FLINK
    }

    private final Path folder;
    private final RunningProgram program;
    private final @Nullable EngineHost kafka;
    private final @Nullable RunningProgram flink;

    private Platform(Path folder, RunningProgram program, @Nullable EngineHost kafka, @Nullable RunningProgram flink) {
        this.folder = folder;
        this.program = program;
        this.kafka = kafka;
        this.flink = flink;
    }

    /** One process with everything. */
    static Platform alone(Path folder) {
        return new Platform(folder, RunningProgram.start(folder.resolve("data"), SETTINGS), null, null);
    }

    /** Kafka, Flink and the rest each in a process, with as much memory as so many beacons need. */
    static Platform apart(Path folder, long beacons) throws IOException {
        var kafka = EngineHost.start(folder.resolve("kafka"), Engine.KAFKA);
        var bootstrap = "--socialflow.kafka.bootstrap=" + kafka.kafka();
        var calls = "127.0.0.1:" + FreePort.next();
        var heap = "-Xmx%dm".formatted(Math.min(6_144, 768 + beacons / 2_000));
        var program = RunningProgram.start(
                folder.resolve("data"),
                with("--roles=all,-analytics", bootstrap, "--socialflow.calls.listen=" + calls, FAST, heap));
        var flink = RunningProgram.start(
                folder.resolve("data"),
                with(
                        "--roles=analytics",
                        bootstrap,
                        "--socialflow.calls.address.user=" + calls,
                        "--socialflow.calls.address.video=" + calls,
                        "--socialflow.auth.jwks-url=" + program.address().resolve("/.well-known/jwks.json"),
                        FAST,
                        heap));
        return new Platform(folder, program, kafka, flink);
    }

    private static String[] with(String... more) {
        var all = new ArrayList<>(List.of(SETTINGS));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    URI address() {
        return program.address();
    }

    Path data() {
        return program.data();
    }

    /** What there is to kill. */
    List<Victim> victims() {
        return kafka == null ? List.of(Victim.PROGRAM, Victim.REDIS, Victim.MEMORY_OF_REDIS) : List.of(Victim.values());
    }

    /** Kills it, and returns when it is back. */
    void kill(Victim victim) throws IOException, InterruptedException {
        switch (victim) {
            case PROGRAM -> restarted(program);
            case REDIS ->
                program.handle()
                        .descendants()
                        .filter(child -> child.info().command().orElse("").contains("redis"))
                        .forEach(ProcessHandle::destroyForcibly);
            case MEMORY_OF_REDIS -> wipe();
            case KAFKA -> {
                if (kafka != null) {
                    kafka.kill();
                    kafka.restart();
                }
            }
            case FLINK -> {
                if (flink != null) {
                    restarted(flink);
                }
            }
        }
    }

    private static void restarted(RunningProgram killed) {
        killed.kill();
        killed.restart();
    }

    /** Once it is there: it may have been killed just now. */
    private void wipe() {
        await().atMost(PATIENCE).ignoreExceptions().until(this::wiped);
    }

    private boolean wiped() {
        try (var engines = Engines.attach(data());
                var redis = RedisClient.create(
                        RedisURI.create(engines.redis(PATIENCE).url()));
                var connection = redis.connect()) {
            return connection.sync().flushall().equals("OK");
        }
    }

    /** Where the log is. */
    String bootstrap() {
        if (kafka != null) {
            return kafka.kafka();
        }
        try (var engines = Engines.attach(data())) {
            return engines.kafka(PATIENCE);
        }
    }

    /** Stops the programs in order; everything is on disk then. */
    void stop() {
        if (flink != null) {
            flink.close();
        }
        program.close();
    }

    @Override
    public void close() throws InterruptedException {
        if (flink != null && flink.alive()) {
            flink.kill();
        }
        if (program.alive()) {
            program.kill();
        }
        if (kafka != null) {
            kafka.close();
        }
        RunningProgram.remove(folder);
    }
}

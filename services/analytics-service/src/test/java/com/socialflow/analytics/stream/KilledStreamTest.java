package com.socialflow.analytics.stream;

import com.socialflow.analytics.batch.SeededImpressions;
import com.socialflow.engines.Engine;
import com.socialflow.testkit.EngineHost;
import com.socialflow.views.Beacon;
import com.socialflow.views.Impressions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The stream's process is killed, so is Kafka's, and PostgreSQL is gone for a while, again and again while beacons
 * come: in the end cells are exact. {@code -Dseed=} replays one, {@code -Dseeds=} says how many, {@code -Dbeacons=} how
 * large.
 */
@Tag("engines")
@Tag("simulation")
@Timeout(3_600)
class KilledStreamTest {

    private static final String SEED = System.getProperty("seed", "");
    private static final int SEEDS = Integer.getInteger("seeds", 1);
    private static final int BEACONS = Integer.getInteger("beacons", 30_000);
    private static final int KILLS = 9;
    private static final int PIECES = KILLS * 4;
    private static final Duration COUNTED = Duration.ofSeconds(120 + BEACONS / 1_000);

    private enum Victim {
        STREAM,
        KAFKA,
        POSTGRES
    }

    @Test
    void cellsAreExactWhateverIsKilled() throws Exception {
        for (var seed = 1; seed <= (SEED.isEmpty() ? SEEDS : 1); seed++) {
            prove(SEED.isEmpty() ? seed : Long.parseLong(SEED));
        }
    }

    private static void prove(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "kills")
                .toAbsolutePath();
        try (var kafka = EngineHost.start(folder.resolve("kafka"), Engine.KAFKA);
                var postgres = EngineHost.start(folder.resolve("postgres"), Engine.POSTGRES)) {
            var stream = new TestStream("views-kills", kafka.kafka(), postgres.database());
            var log = Delivered.of(seed, Plays.BEGIN, BEACONS);
            var videos = log.stream().map(Beacon::video).distinct().toList();
            var shown = new SeededImpressions(seed, videos).of(BEACONS / 20, Instant.ofEpochMilli(Plays.BEGIN), 20);
            System.out.printf(
                    "seed %d, %d beacons, impressions of %d pages, in %s%n", seed, log.size(), shown.size(), folder);
            var process = start(stream, folder);
            try {
                var written = inTheBackground(() -> write(stream, log, shown));
                for (var kill = 0; kill < KILLS; kill++) {
                    Thread.sleep(2_000 + random.nextInt(7_000));
                    var victim = kill < 3 ? Victim.values()[kill] : Victim.values()[random.nextInt(3)];
                    System.out.printf("seed %d, kill %d of %d: %s%n", seed, kill + 1, KILLS, victim);
                    switch (victim) {
                        case STREAM -> {
                            process.destroyForcibly().waitFor();
                            process = start(stream, folder);
                        }
                        case KAFKA -> away(kafka, random);
                        case POSTGRES -> away(postgres, random);
                    }
                }
                written.get();
                stream.awaitCellsOf(log, shown, COUNTED);
                System.out.printf("seed %d: cells are exact%n", seed);
            } catch (Throwable e) {
                throw new AssertionError("replay with -Dseed=%d; logs in %s".formatted(seed, folder), e);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** Over the time of the kills, as players do, and not at once. */
    private static boolean write(TestStream stream, List<Beacon> log, List<Impressions> shown) throws Exception {
        for (var piece = 0; piece < PIECES; piece++) {
            stream.write(piece(log, piece));
            stream.show(piece(shown, piece));
            Thread.sleep(1_000);
        }
        return true;
    }

    private static <T> List<T> piece(List<T> all, int piece) {
        return all.subList(piece * all.size() / PIECES, (piece + 1) * all.size() / PIECES);
    }

    private static <T> FutureTask<T> inTheBackground(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    private static void away(EngineHost engine, SplittableRandom random) throws IOException, InterruptedException {
        engine.kill();
        Thread.sleep(random.nextInt(6_000));
        engine.restart();
    }

    private static Process start(TestStream stream, Path folder) throws IOException {
        var database = stream.database();
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path", ""),
                StreamProgram.class.getName(),
                stream.kafka(),
                "views-kills",
                database.url(),
                database.user(),
                database.password(),
                stream.directory().toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("stream.log").toFile()))
                .start();
    }
}

package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills the program, PostgreSQL, Redis (and with the program Kafka) and ffmpeg at random moments of an upload and its
 * transcoding. Nothing that was acknowledged is lost, every video ends, and nothing remains. {@code -Dseed=} replays
 * one.
 */
@Execution(ExecutionMode.CONCURRENT)
class CrashTest {

    private static final Duration ENDED = Duration.ofMinutes(4);
    private static final Duration CLEANED = Duration.ofSeconds(60);
    private static final int SEEDS_IN_THE_SUITE = 2;
    private static final int SEEDS_DEFAULT = 20;

    private static RunningProgram program;

    @BeforeAll
    static void start() {
        program = RunningProgram.start(SharedProgram.directory("crash"));
    }

    @AfterAll
    static void stop() {
        program.close();
        assertThat(Crash.processes(program.data(), ""))
                .as("processes that outlive the program")
                .isEmpty();
        RunningProgram.remove(program.data());
    }

    @Tag("engines")
    @Execution(ExecutionMode.SAME_THREAD)
    @ParameterizedTest(name = "seed {0}")
    @MethodSource
    void someCrashes(long seed) throws Exception {
        losesNothing(seed);
    }

    @Tag("simulation")
    @Execution(ExecutionMode.SAME_THREAD)
    @ParameterizedTest(name = "seed {0}")
    @MethodSource
    void manyCrashes(long seed) throws Exception {
        losesNothing(seed);
    }

    static LongStream someCrashes() {
        return LongStream.rangeClosed(1, SEEDS_IN_THE_SUITE);
    }

    static LongStream manyCrashes() {
        var one = System.getProperty("seed", "");
        if (!one.isEmpty()) {
            return LongStream.of(Long.parseLong(one));
        }
        var count = System.getProperty("seeds", "");
        return LongStream.rangeClosed(1, count.isEmpty() ? SEEDS_DEFAULT : Long.parseLong(count));
    }

    private static void losesNothing(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var bytes = Files.readAllBytes(SharedProgram.clip());
        var person = Person.registered(program.address(), "crash_" + seed + "_" + SharedProgram.freshName());
        var video = person.video("Seed " + seed);
        var crashes = Crash.drawn(random);

        var began = System.nanoTime();
        var disaster = new FutureTask<>(() -> {
            for (var crash : crashes) {
                sleepUntil(began + crash.after().toNanos());
                crash.happen(program);
            }
            return crashes.size();
        });
        Thread.ofVirtual().start(disaster);
        new ResumingUpload(person, bytes, random.split()).send(video);
        assertThat(disaster.get()).isEqualTo(crashes.size());
        var ended = awaitEnd(person, video);

        assertThat(ended).as("seed %d: %s", seed, crashes).isEqualTo("ready");
        assertThat(sha256(original(video))).as("seed %d: the stored file", seed).isEqualTo(sha256(bytes));
        assertNothingRemains(seed, person, video);
    }

    /** The final state; requests that fall into a restart are repeated. */
    private static String awaitEnd(Person person, String video) {
        var deadline = System.nanoTime() + ENDED.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                return person.awaitEnd(video, Duration.ofNanos(deadline - System.nanoTime()))
                        .path("state")
                        .asString();
            } catch (java.io.UncheckedIOException | tools.jackson.core.JacksonException e) {
                sleepUntil(System.nanoTime() + Duration.ofMillis(300).toNanos());
            }
        }
        return "nothing in time";
    }

    /** A database that has just come back may refuse once more; whether it did the work before, nobody knows then. */
    private static void delete(Person person, String path) {
        var status = person.delete(path).statusCode();
        if (status == 503) {
            await().atMost(CLEANED)
                    .until(() -> Set.of(204, 404).contains(person.delete(path).statusCode()));
        } else {
            assertThat(status).isEqualTo(204);
        }
    }

    private static void assertNothingRemains(long seed, Person person, String video) {
        delete(person, "/api/v1/videos/" + video);
        await().atMost(CLEANED).untilAsserted(() -> {
            assertThat(files("storage"))
                    .as("seed %d: files after the deletion", seed)
                    .isEmpty();
            assertThat(files("scratch"))
                    .as("seed %d: scratch, but for the mark of the program that runs", seed)
                    .singleElement()
                    .satisfies(mark -> assertThat(mark.getFileName()).hasToString("owner.lock"));
            assertThat(Crash.processes(program.data(), "ffmpeg"))
                    .as("seed %d: ffmpeg without work", seed)
                    .isEmpty();
        });
    }

    private static byte[] original(String video) throws IOException {
        var originals = files("storage").stream()
                .filter(file -> file.toString().contains("originals"))
                .filter(file -> file.toString().contains(video))
                .toList();
        assertThat(originals).hasSize(1);
        return Files.readAllBytes(originals.getFirst());
    }

    /** All files under a part of the data directory; what goes while it is looked at is not there. */
    private static List<Path> files(String part) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(program.data().resolve(part), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static void sleepUntil(long nanoTime) {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

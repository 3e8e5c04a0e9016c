package com.socialflow.analytics.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.analytics.batch.SeededImpressions;
import com.socialflow.core.VideoId;
import com.socialflow.views.Beacon;
import com.socialflow.views.Impressions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The job between a real Kafka and a real PostgreSQL. */
@Tag("engines")
class StreamTest {

    private static final Duration OFTEN = Duration.ofMillis(500);

    /** The test says when. */
    private static final Duration NEVER = Duration.ofHours(1);

    @Test
    void cellsEqualWhatTheLogSaysWhateverCameTwiceLateOrInDisorder() throws Exception {
        var stream = new TestStream("views-disorder");
        var log = Plays.of(1, 100, 400);
        var shown = shown(1, 100, 150);
        var job = stream.submit(null, 2, OFTEN);

        stream.show(shown);
        stream.write(log);

        stream.awaitCellsOf(log, shown);
        TestStream.cluster().cancel(job);
    }

    @Test
    void cellsAreRightAfterACheckpointThatIsOlderThanWhatWasWritten() throws Exception {
        var stream = new TestStream("views-killed");
        var log = Plays.of(2, 200, 300);
        var third = log.size() / 3;
        var shown = shown(2, 200, 60);
        var half = shown.size() / 2;
        var first = stream.submit(null, 1, NEVER);
        stream.write(log.subList(0, third));
        stream.show(shown.subList(0, half));
        stream.awaitCellsOf(log.subList(0, third), shown.subList(0, half));
        TestStream.cluster().checkpoint(first);
        stream.write(log.subList(third, 2 * third));
        stream.show(shown.subList(half, shown.size()));
        stream.awaitCellsOf(log.subList(0, 2 * third), shown);
        // Killed: nothing is saved, and what was written since the checkpoint stays.
        TestStream.cluster().cancel(first);

        stream.write(log.subList(2 * third, log.size()));
        var second = stream.submit(stream.checkpoints().complete().getFirst(), 1, NEVER);

        stream.awaitCellsOf(log, shown);
        var savepoint = TestStream.cluster().stopWithSavepoint(second, stream.checkpointsAt() + "/savepoints");
        moreTasksGoOnFrom(savepoint, stream, log, shown);
    }

    @Test
    void whatWasWrittenSinceTheCheckpointIsTakenBackThoughItIsSoonSomewhereElse() throws Exception {
        var view = Plays.backwards(600);
        goesOn("views-moved", view.subList(0, 1), view.subList(1, 3));
    }

    @Test
    void whatCountedUntilItsCrowdCameIsTakenBackInWhateverOrderTheyComeAgain() throws Exception {
        var crowd = Plays.crowd(700);
        goesOn("views-crowd", crowd.subList(0, 16), crowd.subList(16, crowd.size()));
    }

    /** Killed after the first part was written to the database, from a checkpoint before it; then all comes at once. */
    private static void goesOn(String name, List<Beacon> first, List<Beacon> more) throws Exception {
        var stream = new TestStream(name);
        var before = Plays.of(8, first.getFirst().video().value() + 50, 5);
        var job = stream.submit(null, 1, NEVER);
        stream.write(before);
        stream.awaitCellsOf(before);
        TestStream.cluster().checkpoint(job);
        stream.write(first);
        stream.awaitCellsOf(Stream.concat(before.stream(), first.stream()).toList());
        TestStream.cluster().cancel(job);

        stream.write(more);
        var next = stream.submit(stream.checkpoints().complete().getFirst(), 1, NEVER);

        stream.awaitCellsOf(Stream.of(before, first, more).flatMap(List::stream).toList());
        TestStream.cluster().cancel(next);
    }

    /** As an upgrade does: every step finds its state by its uid, cut into other pieces than before. */
    private static void moreTasksGoOnFrom(
            String savepoint, TestStream stream, List<Beacon> before, List<Impressions> shownBefore) throws Exception {
        var more = Plays.of(3, 200, 100);
        var third = stream.submit(savepoint, 2, NEVER);

        stream.write(more);
        // Told again: what is in the savepoint tells them from new ones.
        stream.show(shownBefore);

        stream.awaitCellsOf(Stream.concat(before.stream(), more.stream()).toList(), shownBefore);
        TestStream.cluster().cancel(third);
    }

    /** On the pages of the same day, of the same four videos. */
    private static List<Impressions> shown(long seed, long firstVideo, int pages) {
        var videos = LongStream.range(firstVideo, firstVideo + 4)
                .mapToObj(VideoId::new)
                .toList();
        return new SeededImpressions(seed, videos).of(pages, Instant.ofEpochMilli(Plays.BEGIN), 3);
    }

    @Test
    void theProgramGoesOnFromTheNewestCheckpointAndLeavesOne() throws Exception {
        var stream = new TestStream("views-restarted");
        var log = Plays.of(4, 300, 60);
        var half = log.size() / 2;
        var place = StreamProgram.place(stream.directory());
        try (var _ = RunningStream.start(stream.settings(1), place)) {
            stream.write(log.subList(0, half));
            stream.awaitCellsOf(log.subList(0, half));
        }
        assertThat(stream.checkpoints().complete().getFirst()).contains("savepoint");
        // As a crash of the whole machine may leave the newest one.
        Files.writeString(
                Files.createDirectories(stream.directory().resolve("checkpoints/cut/chk-1"))
                        .resolve("_metadata"),
                "cut");

        try (var running = RunningStream.start(stream.settings(1), place)) {
            var watching = Thread.ofPlatform().start(() -> watch(running));
            stream.write(log.subList(half, log.size()));
            stream.awaitCellsOf(log);
            watching.interrupt();
            watching.join();
        }
    }

    @Test
    void aCheckpointWhoseStateIsDamagedGivesWayToTheOneBeforeIt() throws Exception {
        var stream = new TestStream("views-damaged");
        var log = Plays.of(5, 200, 110);
        var half = log.size() / 2;
        var place = StreamProgram.place(stream.directory());
        for (var end : List.of(half, log.size())) {
            try (var _ = RunningStream.start(stream.settings(1), place)) {
                stream.write(log.subList(end == half ? 0 : half, end));
                stream.awaitCellsOf(log.subList(0, end));
            }
        }
        var newest = stream.checkpoints().complete().getFirst();
        damageStates(Path.of(URI.create(newest)));

        try (var running = RunningStream.start(stream.settings(1), place)) {
            var watching = Thread.ofPlatform().start(() -> watch(running));
            var more = Plays.of(6, 50, 112);
            stream.write(more);
            stream.awaitCellsOf(Stream.concat(log.stream(), more.stream()).toList());
            watching.interrupt();
            watching.join();
        }
    }

    /** All but the list of them, which Flink reads first. */
    private static void damageStates(Path savepoint) throws IOException {
        try (var files = Files.walk(savepoint)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("_metadata")) {
                    Files.write(file, new byte[] {1, 2, 3});
                }
            }
        }
    }

    private static void watch(RunningStream running) {
        try {
            running.watch();
        } catch (InterruptedException e) {
            // As the program does when it stops.
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

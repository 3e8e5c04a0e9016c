package com.socialflow.workers.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slots with tasks that last until the test says so. */
class SlotsTest extends QueueTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    /** Lasts until it is let go or interrupted, as a run of ffmpeg does. */
    private final class Lasting implements Step {

        private final TaskKind kind;

        Lasting(TaskKind kind) {
            this.kind = kind;
        }

        @Override
        public TaskKind kind() {
            return kind;
        }

        @Override
        public void run(Held held) throws Exception {
            begun.put(held.task().toString(), new CountDownLatch(1));
            try {
                if (!go.tryAcquire(SOON.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody let it go");
                }
            } catch (InterruptedException e) {
                begun.get(held.task().toString()).countDown();
                throw e;
            }
            if (broken) {
                throw new IllegalStateException("broken on purpose");
            }
            jobs.done(held.lease(), "{}", Optional.empty());
        }
    }

    private final Map<String, CountDownLatch> begun = new ConcurrentHashMap<>();
    private final Semaphore go = new Semaphore(0);
    private volatile boolean broken;
    private Slots slots;

    @BeforeEach
    void open() {
        var steps = Stream.of(TaskKind.values()).<Step>map(Lasting::new).toList();
        var taskRun = new TaskRun(steps, setbacks, new Patience(), metrics);
        slots = new Slots("slots", new Slots.Room(3, 1, () -> true), queue, taskRun, jobs, clock);
        signals.listen(slots);
        inspect();
        slots.start();
    }

    @AfterEach
    void close() {
        slots.stop();
    }

    @Test
    void someSlotsStayFreeOfWhatTakesLong() {
        jdbc.sql("DELETE FROM workers.task WHERE kind NOT IN ('ladder', 'inspect')")
                .update();
        slots.fill();
        assertThat(running()).containsExactly("ladder 0 running");

        var other = new VideoId(ids.next());
        arrivals.accept(other, 1, "originals/b", 1);
        slots.fill();

        assertThat(slots.busy()).isEqualTo(2);
        assertThat(tasks(other)).containsExactly("inspect 0 running");
    }

    @Test
    void doneTasksMakeRoomForOthers() {
        slots.fill();
        assertThat(running()).containsExactly("opening 0 running", "audio 0 running", "poster 0 running");
        go.release(3);
        eventually(() -> slots.busy() == 0);
        slots.fill();

        assertThat(tasks(video)).contains("opening 0 done", "audio 0 done", "poster 0 done", "ladder 0 running");
    }

    @Test
    void whatBelongsToADeletedVideoStopsAtOnce() {
        slots.fill();
        eventually(() -> begun.size() == 3);

        arrivals.delete(video);

        eventually(() -> slots.busy() == 0);
        assertThat(begun.values()).allMatch(interrupted -> interrupted.getCount() == 0);
        assertThat(events(video)).hasSize(1);
    }

    @Test
    void whatAnotherProcessDroppedStopsWithTheNextBeat() {
        slots.fill();
        eventually(() -> begun.size() == 3);
        jdbc.sql("DELETE FROM workers.task WHERE video_id = :video")
                .param("video", video.value())
                .update();

        slots.beat();

        eventually(() -> slots.busy() == 0);
    }

    @Test
    void aBeatHoldsTasksForLonger() {
        slots.fill();
        for (var i = 0; i < 5; i++) {
            clock.advance(settings.lease().minusMillis(1));
            slots.watch();
            slots.beat();
        }

        assertThat(slots.busy()).isEqualTo(3);
        assertThat(queue.claim("other", false)).isEmpty();
    }

    @Test
    void aTaskWhoseLeaseRanOutStopsThoughTheDatabaseIsAway() {
        slots.fill();
        clock.advance(settings.lease());

        slots.watch();

        eventually(() -> slots.busy() == 0);
        assertThat(claim().task().attempts()).isEqualTo(2);
    }

    @Test
    void slotsThatCloseGiveTheirTasksBackAtOnce() {
        slots.fill();
        eventually(() -> begun.size() == 3);
        var began = System.nanoTime();

        slots.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(tasks(video)).contains("opening 0 waiting", "audio 0 waiting", "poster 0 waiting");
        assertThat(claim().task().attempts()).isEqualTo(1);
        slots.fill();
        assertThat(slots.busy()).isZero();
    }

    @Test
    void aTaskThatThrowsIsTriedAgainLater() {
        broken = true;
        jdbc.sql("DELETE FROM workers.task WHERE kind NOT IN ('opening', 'inspect')")
                .update();
        slots.fill();
        go.release();
        eventually(() -> slots.busy() == 0);

        assertThat(tasks(video)).containsExactly("inspect 0 done", "opening 0 waiting");
        assertThat(queue.claim("other", true)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(claim().task().attempts()).isEqualTo(2);
    }

    @Test
    void aTaskThatKilledItsWorkersIsGivenUpWithoutBeingBegun() {
        for (var i = 0; i < settings.attempts(); i++) {
            claim();
            jdbc.sql("UPDATE workers.task SET due_at = :now WHERE kind = 'opening'")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }

        slots.fill();

        eventually(() -> state(1) == JobState.FAILED);
        assertThat(begun).doesNotContainKey("opening");
    }

    private List<String> running() {
        return tasks(video).stream().filter(task -> task.endsWith("running")).toList();
    }

    private static void eventually(BooleanSupplier holds) {
        var end = System.nanoTime() + SOON.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for %s", SOON).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}

package com.socialflow.workers.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Workers that come, hang, die, lose leases and finish tasks in an order that a seed decides, against the real tables.
 * Told apart: what a worker believes, and what the database lets it write.
 */
final class LeaseSimulation {

    private static final int WORKERS = 4;
    private static final int VIDEOS = 5;
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final QueueTest test;
    private final RandomGenerator random;
    private final List<Worker> workers = new ArrayList<>();
    private final List<VideoId> videos = new ArrayList<>();
    private final Set<Long> finished = new HashSet<>();
    private final Map<Long, Long> newestToken = new HashMap<>();
    private int nextVideo;

    /** One process: its clock, and the leases that it believes to hold. */
    private static final class Worker {

        private final TaskQueue queue;
        private final Clock clock;
        private final Map<Long, Held> held = new HashMap<>();

        Worker(TaskQueue queue, Clock clock) {
            this.queue = queue;
            this.clock = clock;
        }

        /** What {@link Slots#watch} does all the time. */
        void watch() {
            held.values().removeIf(task -> task.expired(clock.instant()));
        }
    }

    /**
     * Workers on the test's tables.
     *
     * @param skew how far their clocks differ from each other at most; zero: not at all
     */
    LeaseSimulation(QueueTest test, RandomGenerator random, Duration skew) {
        this.test = test;
        this.random = random;
        for (var i = 0; i < WORKERS; i++) {
            var clock = skew.isZero()
                    ? test.clock
                    : Clock.offset(test.clock, Duration.ofMillis(random.nextLong(skew.toMillis())));
            workers.add(new Worker(new TaskQueue(test.taskStore, test.ids, clock, LEASE), clock));
        }
        for (var i = 0; i < VIDEOS; i++) {
            videos.add(new VideoId(test.ids.next()));
        }
    }

    /** A number of events, then a time in which nothing goes wrong; every job must have ended well by then. */
    void run(int events, boolean oneClock) {
        for (var i = 0; i < events; i++) {
            event(workers.get(random.nextInt(WORKERS)));
            if (oneClock) {
                assertNoTaskIsHeldTwice();
            }
        }
        workers.forEach(worker -> worker.held.clear());
        test.clock.advance(Duration.ofMinutes(5));
        finishAll();
        assertEveryJobHasEnded();
    }

    private void event(Worker worker) {
        worker.watch();
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> test.clock.advance(Duration.ofMillis(random.nextLong(4_000)));
            case 3 -> arrive();
            case 4, 5, 6, 7, 8 -> claim(worker);
            case 9, 10, 11 -> beat(worker);
            // A crash: what it held comes back when the leases end.
            case 12 -> worker.held.clear();
            case 13 -> giveBackAll(worker);
            case 14 -> any(worker).ifPresent(held -> attempt(worker, held, () -> test.failed(held.lease())));
            case 15 -> stealForTest();
            default -> any(worker).ifPresent(held -> complete(worker, held));
        }
    }

    private void arrive() {
        if (nextVideo < VIDEOS) {
            test.arrivals.accept(videos.get(nextVideo++), 1, "originals/some", 1);
        } else if (random.nextInt(10) == 0) {
            test.arrivals.delete(videos.get(random.nextInt(VIDEOS)));
        }
    }

    private void claim(Worker worker) {
        worker.queue.claim("simulated", random.nextBoolean()).ifPresent(lease -> {
            assertThat(finished)
                    .as("a finished task is not taken again")
                    .doesNotContain(lease.task().id());
            newestToken.put(lease.task().id(), lease.token());
            worker.held.put(lease.task().id(), new Held(lease, worker.clock));
        });
    }

    private void beat(Worker worker) {
        worker.held.values().removeIf(held -> {
            var longer = worker.queue.extend(held.lease(), random.nextDouble());
            longer.ifPresent(held::extended);
            if (longer.isPresent()) {
                assertThat(newestToken)
                        .containsEntry(held.task().id(), held.lease().token());
            }
            return longer.isEmpty();
        });
    }

    private void giveBackAll(Worker worker) {
        worker.held.values().forEach(held -> worker.queue.giveBack(held.lease()));
        worker.held.clear();
    }

    /** A worker that hung for long and comes back believing in a lease that another has by now. */
    private void stealForTest() {
        var from = workers.get(random.nextInt(WORKERS));
        any(from).ifPresent(held -> {
            test.clock.advance(LEASE);
            workers.forEach(Worker::watch);
            claim(workers.get(random.nextInt(WORKERS)));
            complete(from, held);
        });
    }

    private void complete(Worker worker, Held held) {
        attempt(worker, held, () -> {
            var task = held.task();
            switch (task.kind()) {
                case INSPECT -> test.jobs.inspected(held.lease(), QueueTest.PLAN);
                case FINISH -> test.jobs.ready(held.lease(), QueueTest.PUBLISHED);
                case REMOVAL -> test.jobs.removed(held.lease());
                default -> test.jobs.done(held.lease(), "{}", next(task));
            }
            assertThat(newestToken)
                    .as("only the newest holder of %s writes", task)
                    .containsEntry(task.id(), held.lease().token());
            assertThat(finished.add(task.id())).as("%s is finished once", task).isTrue();
        });
    }

    private static Optional<NewTask> next(Task task) {
        return task.kind() == TaskKind.OPENING && task.chunk() < 2
                ? Optional.of(new NewTask(TaskKind.OPENING, task.chunk() + 1, 1))
                : Optional.empty();
    }

    private static void attempt(Worker worker, Held held, Runnable write) {
        worker.held.remove(held.task().id());
        try {
            write.run();
        } catch (LeaseLost e) {
            assertThat(e).hasMessageContaining(held.task().toString());
        }
    }

    private Optional<Held> any(Worker worker) {
        return worker.held.values().stream()
                .skip(worker.held.isEmpty() ? 0 : random.nextInt(worker.held.size()))
                .findFirst();
    }

    private void assertNoTaskIsHeldTwice() {
        var holders = new HashMap<Long, Worker>();
        Instant now = test.clock.instant();
        for (var worker : workers) {
            for (var held : worker.held.values()) {
                // Every write asks first whether the lease has run out.
                if (!held.expired(now)) {
                    assertThat(holders.put(held.task().id(), worker))
                            .as("nobody but one works on %s", held.task())
                            .isNull();
                }
            }
        }
    }

    private void finishAll() {
        var worker = workers.getFirst();
        while (nextVideo < VIDEOS) {
            arrive();
        }
        for (var rounds = 0; rounds < 1_000; rounds++) {
            var lease = test.queue.claim("the last", true).orElse(null);
            if (lease == null) {
                return;
            }
            newestToken.put(lease.task().id(), lease.token());
            var held = new Held(lease, test.clock);
            if (test.setbacks.beyondAttempts(lease.task())) {
                attempt(worker, held, () -> test.failed(lease));
            } else {
                complete(worker, held);
            }
        }
        throw new AssertionError("work never ends");
    }

    private void assertEveryJobHasEnded() {
        for (var video : videos) {
            var state = test.jobStore.find(video, 1).orElseThrow().state();
            assertThat(state).isNotEqualTo(JobState.ACTIVE);
            var ends = test.events(video).stream()
                    .filter(event -> event.getDescriptorForType().getName().matches("VideoReady|VideoFailed"))
                    .map(event -> event.getDescriptorForType().getName())
                    .toList();
            assertThat(ends)
                    .isEqualTo(
                            switch (state) {
                                case READY -> List.of("VideoReady");
                                case FAILED -> List.of("VideoFailed");
                                case CANCELLED, ACTIVE -> List.of();
                            });
            assertThat(test.tasks(video)).allMatch(task -> task.startsWith("removal 1 waiting"));
        }
    }
}

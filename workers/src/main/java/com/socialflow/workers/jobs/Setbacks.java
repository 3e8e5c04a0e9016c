package com.socialflow.workers.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.transaction.annotation.Transactional;

/** What follows when a task ends badly: it is tried again later, left out, or its job is given up. */
class Setbacks {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int PAUSE_GROWTH = 4;
    private static final Duration PAUSE_MAX = Duration.ofMinutes(2);

    /** What a task left that was given up without harm to its video. */
    static final String NOTHING = "{}";

    private final JobStore jobs;
    private final TaskStore tasks;
    private final Jobs progress;
    private final Queueing queueing;
    private final WorkEvents events;
    private final Surroundings around;

    /** What else it takes. */
    record Surroundings(Signals signals, Clock clock, RandomGenerator random, int attemptsMax) {}

    Setbacks(JobStore jobs, TaskStore tasks, Jobs progress, Queueing queueing, WorkEvents events, Surroundings around) {
        this.jobs = jobs;
        this.tasks = tasks;
        this.progress = progress;
        this.queueing = queueing;
        this.events = events;
        this.around = around;
    }

    /** Whether the task was begun more often than it may be: its workers died over it. */
    boolean beyondAttempts(Task task) {
        return task.kind() != TaskKind.REMOVAL && task.attempts() > around.attemptsMax();
    }

    /**
     * The task failed.
     *
     * @param mayPass whether another try can help
     * @param failure what to say of the video when none is left and it is none without this task
     * @throws LeaseLost when the lease is lost
     */
    @Transactional
    public TaskOutcome failed(Lease lease, boolean mayPass, Failure failure) {
        var task = lease.task();
        if (task.kind() == TaskKind.REMOVAL || (mayPass && task.attempts() < around.attemptsMax())) {
            held(tasks.release(lease, around.clock().instant().plus(pause(task.attempts())), task.attempts()), lease);
            return TaskOutcome.AGAIN_LATER;
        }
        if (task.kind().optional()) {
            progress.done(lease, NOTHING, Optional.empty());
            return TaskOutcome.LEFT_OUT;
        }
        refused(lease, failure);
        return TaskOutcome.JOB_FAILED;
    }

    /**
     * There is no way that the source becomes a video: ends the job.
     *
     * @throws LeaseLost when the lease is lost
     */
    @Transactional
    public void refused(Lease lease, Failure failure) {
        var task = lease.task();
        var job = jobs.findForUpdate(task.video(), task.generation())
                .filter(Job::active)
                .orElseThrow(() -> new LeaseLost(task));
        held(tasks.finish(lease, NOTHING), lease);
        jobs.fail(
                job.video(),
                job.generation(),
                failure.code(),
                failure.message(),
                around.clock().instant());
        queueing.dropTasks(job.video(), job.generation());
        queueing.removal(job.video(), job.generation());
        events.failed(job, failure);
        around.signals().jobDropped(job.video(), job.generation());
    }

    /** Growing pauses, each drawn from its upper half so that many tasks don't come back at once. */
    private Duration pause(int attempts) {
        var longest = FIRST_PAUSE;
        for (var i = 1; i < attempts && longest.compareTo(PAUSE_MAX) < 0; i++) {
            longest = longest.multipliedBy(PAUSE_GROWTH);
        }
        var millis = Math.min(longest.toMillis(), PAUSE_MAX.toMillis());
        return Duration.ofMillis(around.random().nextLong(millis / 2, millis + 1));
    }

    private static void held(boolean written, Lease lease) {
        if (!written) {
            throw new LeaseLost(lease.task());
        }
    }
}

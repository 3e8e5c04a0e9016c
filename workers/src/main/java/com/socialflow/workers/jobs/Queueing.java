package com.socialflow.workers.jobs;

import com.socialflow.core.Ids;
import com.socialflow.core.VideoId;
import java.time.Clock;
import java.time.Duration;

/** Puts tasks into the queue and takes them out, in the transaction of whoever locks their job. */
class Queueing {

    /** Stands for all generations of a video in a removal. */
    static final int EVERY_GENERATION = 0;

    /** A worker that has not yet noticed may still store something: beyond its lease, look again. */
    private static final Duration AFTER_THE_LEASE = Duration.ofSeconds(5);

    private final TaskStore tasks;
    private final Signals signals;
    private final Ids ids;
    private final Clock clock;
    private final Duration lease;

    Queueing(TaskStore tasks, Signals signals, Ids ids, Clock clock, Duration lease) {
        this.tasks = tasks;
        this.signals = signals;
        this.ids = ids;
        this.clock = clock;
        this.lease = lease;
    }

    void add(VideoId video, int generation, NewTask task) {
        var now = clock.instant();
        tasks.insert(ids.next(), video, generation, task, now, now);
        signals.workAdded();
    }

    /** Removes outputs now, and once more when no worker can be at it any more. */
    void removal(VideoId video, int generation) {
        var now = clock.instant();
        var later = now.plus(lease).plus(AFTER_THE_LEASE);
        tasks.insert(ids.next(), video, generation, new NewTask(TaskKind.REMOVAL, 0, 0), now, now);
        tasks.insert(ids.next(), video, generation, new NewTask(TaskKind.REMOVAL, 1, 0), later, now);
        signals.workAdded();
    }

    void dropTasks(VideoId video, int generation) {
        tasks.deleteOf(video, generation);
    }
}

package com.socialflow.workers.jobs;

import com.socialflow.core.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Leases on tasks.
 *
 * <p>Time is this process's clock. What may be written rests on tokens alone, so workers whose clocks differ can at
 * worst begin a task too soon, and whoever had it before finds its token gone and stops.
 */
class TaskQueue {

    private final TaskStore store;
    private final Ids ids;
    private final Clock clock;
    private final Duration lease;

    TaskQueue(TaskStore store, Ids ids, Clock clock, Duration lease) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.lease = lease;
    }

    /**
     * Takes the most urgent task that waits, or whose worker is no longer heard of.
     *
     * @param holder a name for people who look into the table
     * @param lengthyToo whether there is room for a task that takes long
     */
    Optional<Lease> claim(String holder, boolean lengthyToo) {
        var now = clock.instant();
        var priorityMax = lengthyToo ? TaskKind.LADDER.priority() : TaskKind.LADDER.priority() - 1;
        return store.claim(holder, ids.next(), priorityMax, now, now.plus(lease));
    }

    /**
     * Holds a task for another while; empty when the lease is lost.
     *
     * @param progress of the task, 0 to 1
     */
    Optional<Lease> extend(Lease held, double progress) {
        // Read before the database is asked: a slow answer must not make the lease look longer than it is.
        var until = clock.instant().plus(lease);
        return store.extend(held, until, progress) ? Optional.of(held.extendedTo(until)) : Optional.empty();
    }

    /** Lets another worker go on at once. It doesn't count as an attempt. */
    void giveBack(Lease held) {
        store.release(held, clock.instant(), held.task().attempts() - 1);
    }
}

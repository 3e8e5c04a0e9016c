package com.socialflow.workers.jobs;

import com.socialflow.core.VideoId;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A task that this process works on, and the lease that lets it. */
final class Held {

    private final Clock clock;
    private volatile Lease lease;
    private volatile double progress;
    private volatile boolean stopped;
    private volatile boolean ending;
    private volatile @Nullable Thread thread;

    Held(Lease lease, Clock clock) {
        this.lease = lease;
        this.clock = clock;
    }

    Task task() {
        return lease.task();
    }

    Lease lease() {
        return lease;
    }

    /** How much of the task is done, 0 to 1; it reaches the database with the next beat. */
    void progress(double done) {
        progress = Math.clamp(done, 0, 1);
    }

    double progress() {
        return progress;
    }

    /**
     * To be called before anything is stored.
     *
     * @throws LeaseLost when this process may no longer work on the task
     */
    void require() {
        if (stopped || expired(clock.instant())) {
            throw new LeaseLost(task());
        }
    }

    boolean expired(Instant now) {
        return !now.isBefore(lease.until());
    }

    boolean stopped() {
        return stopped;
    }

    /** From now on the lease ends with the task: that it is gone is no news. */
    void ending() {
        ending = true;
    }

    boolean isEnding() {
        return ending;
    }

    boolean of(VideoId video, int generation) {
        return task().video().equals(video) && task().generation() == generation;
    }

    void extended(Lease longer) {
        lease = longer;
    }

    /** The thread that works on it from now on. */
    synchronized void begin(Thread worker) {
        thread = worker;
        if (stopped) {
            worker.interrupt();
        }
    }

    /** Ends the work, and any ffmpeg with it: the thread is interrupted. */
    synchronized void stop() {
        stopped = true;
        var worker = thread;
        // A task may end its own job; it needs no push.
        if (worker != null && worker != Thread.currentThread()) {
            worker.interrupt();
        }
    }

    /** The thread has turned to other things. */
    synchronized void end() {
        thread = null;
    }
}

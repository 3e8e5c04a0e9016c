package com.socialflow.platform.recurring;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One piece of recurring work. */
public final class Round {

    private static final Logger log = LoggerFactory.getLogger(Round.class);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private final Semaphore wishes = new Semaphore(0);
    private @Nullable Thread thread;

    Round(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    /** Ends the present pause; while the work is running, leaves out the next one. */
    public void wake() {
        wishes.release();
    }

    synchronized void start() {
        if (thread == null || !thread.isAlive()) {
            thread = Thread.ofVirtual().name(name).start(this::run);
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                work.run();
            } catch (RuntimeException e) {
                if (!Thread.currentThread().isInterrupted()) {
                    log.error("{} failed and comes again in {}", name, pause, e);
                }
            }
            try {
                wishes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                wishes.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    void join(Duration most) {
        var running = thread;
        if (running == null) {
            return;
        }
        try {
            if (!running.join(most)) {
                log.warn("{} does not stop", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

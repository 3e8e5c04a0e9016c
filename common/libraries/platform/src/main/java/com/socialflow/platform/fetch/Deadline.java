package com.socialflow.platform.fetch;

import java.time.Duration;

/** When something is to be over, however slowly it goes on. */
final class Deadline {

    private final long end;

    Deadline(Duration max) {
        this.end = System.nanoTime() + max.toNanos();
    }

    boolean over() {
        return end - System.nanoTime() <= 0;
    }

    /** At least a millisecond: zero means for ever to whoever gets it. */
    Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }

    /** Ends the watch. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** Runs it when the time is over before the watch is. */
    Watch watch(Runnable abort) {
        var watcher = Thread.ofVirtual().name("fetch-deadline").start(() -> {
            try {
                Thread.sleep(left());
                abort.run();
            } catch (InterruptedException e) {
                // In time.
            }
        });
        return watcher::interrupt;
    }
}

package com.socialflow.workers.jobs;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Writes what came of minutes of encoding also when the database is away for a moment: again and again while the lease
 * lasts.
 */
class Patience {

    private static final Duration PAUSE = Duration.ofMillis(200);

    /**
     * What the write gives.
     *
     * @throws LeaseLost when the database stayed away for longer than the lease
     */
    <T> T write(Held held, Supplier<T> write) {
        while (true) {
            held.require();
            try {
                return write.get();
            } catch (DataAccessException | TransactionException e) {
                pause(held, e);
            }
        }
    }

    /** The last write of a task, with which its lease ends. */
    void end(Held held, Runnable write) {
        held.ending();
        write(held, write);
    }

    void write(Held held, Runnable write) {
        write(held, () -> {
            write.run();
            return true;
        });
    }

    private static void pause(Held held, RuntimeException cause) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var lost = new LeaseLost(held.task());
            lost.addSuppressed(cause);
            throw lost;
        }
    }
}

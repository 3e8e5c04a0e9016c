package com.socialflow.workers.ffmpeg;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TransferQueue;

/**
 * Starts all children from one thread that lives as long as the program.
 *
 * <p>The kernel sends the signal of {@code setpriv --pdeathsig} when the <em>thread</em> that started the child ends
 * (prctl(2), PR_SET_PDEATHSIG). A child started by a pool's thread would die whenever that pool shrinks.
 */
final class Starter {

    private static final TransferQueue<FutureTask<Process>> WAITING = new LinkedTransferQueue<>();

    static {
        Thread.ofPlatform().daemon().name("ffmpeg-starter").start(Starter::startForEver);
    }

    private Starter() {}

    static Process start(ProcessBuilder builder) throws IOException, InterruptedException {
        var task = new FutureTask<>(builder::start);
        WAITING.add(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) throw failure;
            throw new IllegalStateException("a process could not be started", e.getCause());
        } catch (InterruptedException e) {
            reapLater(task);
            throw e;
        }
    }

    /** Whoever wanted the child is gone, and it may be starting just now. */
    private static void reapLater(FutureTask<Process> task) {
        WAITING.add(new FutureTask<>(() -> {
            var process = task.get();
            process.destroyForcibly();
            return process;
        }));
    }

    private static void startForEver() {
        while (true) {
            try {
                WAITING.take().run();
            } catch (InterruptedException e) {
                // Nobody interrupts this thread: it ends with the program.
                throw new IllegalStateException(e);
            }
        }
    }
}

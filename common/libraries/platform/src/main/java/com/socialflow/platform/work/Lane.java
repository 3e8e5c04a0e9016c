package com.socialflow.platform.work;

import com.socialflow.core.Problem;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs one kind of heavy computation on few threads of its own, with a short queue in front. On a virtual thread it
 * would keep a carrier from all other requests, and any number at once would need any amount of memory.
 */
public final class Lane implements AutoCloseable {

    private static final int RETRY_SECONDS = 2;
    private static final Duration IDLE_MAX = Duration.ofSeconds(30);

    private final ThreadPoolExecutor threads;
    private final String name;
    private final Duration patience;

    /**
     * A lane.
     *
     * @param name what runs here, for thread names and problem codes, such as {@code password}
     * @param threadsMax how many run at once
     * @param waitingMax how many wait; more are refused at once
     * @param patience how long a caller waits for its result
     */
    public Lane(String name, int threadsMax, int waitingMax, Duration patience) {
        this.name = name;
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(
                threadsMax,
                threadsMax,
                IDLE_MAX.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waitingMax),
                Thread.ofPlatform().daemon().name(name + "-", 0).factory());
        this.threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs the work, as if on this thread, and waits for it.
     *
     * @throws Problem 503 {@code <name>-busy} when too many wait already, or it takes too long
     */
    public <T> T run(Supplier<T> work) {
        var task = new FutureTask<>(Errand.carry(work));
        try {
            threads.execute(task);
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException | TimeoutException e) {
            throw busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            // Nobody waits any more: what has not begun gives its place in the queue back.
            task.cancel(false);
            threads.remove(task);
        }
    }

    private Problem busy() {
        return Problem.unavailable(name + "-busy", RETRY_SECONDS, "too much of this at once: try again in a moment");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package com.socialflow.platform.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Has a file that is being written reach the disk while more of it comes, so that little is left to wait for at its
 * end. At most one flush runs at a time.
 */
final class Flusher {

    /** Written between two flushes: large enough for the disk to work in long runs. */
    static final long STRIDE_BYTES = 32L * 1024 * 1024;

    private final FileChannel file;
    private long flushedAt;
    private @Nullable FutureTask<Boolean> running;

    Flusher(FileChannel file) {
        this.file = file;
    }

    /** Told of every write; {@code bytes} counts from the start of this flusher. */
    void written(long bytes) {
        if (bytes - flushedAt < STRIDE_BYTES || (running != null && !running.isDone())) {
            return;
        }
        flushedAt = bytes;
        var flush = new FutureTask<>(() -> {
            file.force(false);
            return true;
        });
        running = flush;
        Thread.ofVirtual().name("storage-flush").start(flush);
    }

    /** Waits until everything is on the disk. */
    void finish() throws IOException {
        if (running != null) {
            join(running);
        }
        file.force(true);
    }

    /** The kernel tells of a failed write once: who asked first must pass it on. */
    private static void join(FutureTask<Boolean> flush) throws IOException {
        try {
            flush.get();
        } catch (ExecutionException e) {
            throw new IOException("flushing failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while flushing", e);
        }
    }
}

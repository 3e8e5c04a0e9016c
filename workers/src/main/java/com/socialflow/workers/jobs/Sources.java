package com.socialflow.workers.jobs;

import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.workers.ffmpeg.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The sources of tasks as local files. What lies on this machine's disk already is read there; anything else is fetched
 * once into scratch and shared by the tasks of its job.
 */
class Sources implements AutoCloseable {

    /** The next task of a job follows within this, as a rule. */
    private static final Duration KEPT_IDLE = Duration.ofSeconds(60);

    private static final int BUFFER_BYTES = 1 << 20;

    private final ObjectStorage storage;
    private final MediaTools tools;
    private final Clock clock;
    private final long spareBytes;
    private final Map<String, Copy> copies = new HashMap<>();

    /** A source while a task reads it. */
    interface Source extends AutoCloseable {

        Path file();

        @Override
        void close();
    }

    private final class Copy implements Source {

        private final ReentrantLock fetching = new ReentrantLock();
        private int users;
        private @Nullable Workspace workspace;
        private Instant idleSince = Instant.MAX;

        @Override
        public Path file() {
            return fileIn(Objects.requireNonNull(workspace));
        }

        @Override
        public void close() {
            synchronized (copies) {
                users--;
                idleSince = clock.instant();
            }
        }
    }

    Sources(ObjectStorage storage, MediaTools tools, Clock clock, long spareBytes) {
        this.storage = storage;
        this.tools = tools;
        this.clock = clock;
        this.spareBytes = spareBytes;
    }

    /**
     * The source of a job, for as long as it is not closed.
     *
     * @throws Refusal when there is none
     * @throws IOException when there is no room for it at the moment, or it can't be read
     */
    Source open(Job job, Held held) throws IOException, InterruptedException {
        var local = storage.localPath(job.sourceKey()).orElse(null);
        if (local != null) {
            return new Source() {
                @Override
                public Path file() {
                    return local;
                }

                @Override
                public void close() {
                    // It belongs to the storage.
                }
            };
        }
        return fetched(job, held);
    }

    private Source fetched(Job job, Held held) throws IOException, InterruptedException {
        Copy copy;
        synchronized (copies) {
            copy = copies.computeIfAbsent(job.sourceKey(), _ -> new Copy());
            copy.users++;
        }
        try {
            copy.fetching.lockInterruptibly();
            try {
                if (copy.workspace == null) {
                    copy.workspace = fetch(job, held);
                }
            } finally {
                copy.fetching.unlock();
            }
            return copy;
        } catch (IOException | InterruptedException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private Workspace fetch(Job job, Held held) throws IOException {
        try (var content = storage.get(job.sourceKey()).orElse(null)) {
            if (content == null) {
                throw new Refusal(Failure.SOURCE_MISSING, job.sourceKey());
            }
            var workspace = tools.workspace("source");
            try {
                makeRoom(workspace.directory(), job.sourceBytes());
                try (var in = content.stream();
                        var out = Files.newOutputStream(fileIn(workspace))) {
                    var buffer = new byte[BUFFER_BYTES];
                    for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        held.require();
                        out.write(buffer, 0, read);
                    }
                }
                return workspace;
            } catch (IOException | RuntimeException e) {
                workspace.close();
                throw e;
            }
        }
    }

    private void makeRoom(Path directory, long bytes) throws IOException {
        var disk = Files.getFileStore(directory);
        if (disk.getUsableSpace() - bytes < spareBytes) {
            removeIdle(Duration.ZERO);
        }
        if (disk.getUsableSpace() - bytes < spareBytes) {
            throw new IOException("no room for a source of %d bytes in %s".formatted(bytes, directory));
        }
    }

    /** Removes copies that no task has wanted for a while. */
    void removeIdle() {
        removeIdle(KEPT_IDLE);
    }

    private void removeIdle(Duration idle) {
        var until = clock.instant().minus(idle);
        synchronized (copies) {
            copies.values().removeIf(copy -> {
                var old = copy.users == 0 && !copy.idleSince.isAfter(until);
                if (old && copy.workspace != null) {
                    copy.workspace.close();
                }
                return old;
            });
        }
    }

    /** Removes every copy that no task reads. */
    @Override
    public void close() {
        removeIdle(Duration.ZERO);
    }

    private static Path fileIn(Workspace workspace) {
        return workspace.file("source");
    }
}

package com.socialflow.platform.storage;

import com.socialflow.platform.storage.AppendOutcome.Appended;
import com.socialflow.platform.storage.AppendOutcome.OffsetConflict;
import com.socialflow.platform.storage.AppendOutcome.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/** Growing files. A file's length is the object's: after a crash it is what had reached the disk. */
final class DirectoryAppends implements ResumableObjects {

    /** What is shorter stays in the kernel's memory, where the inspection finds it. */
    private static final long BEGINNING_BYTES = 8L * 1024 * 1024;

    /** Uploads that may have a pair of buffers at the same time; others go the ordinary way. */
    private static final int DIRECT_MAX = 16;

    private final Directory directory;
    private final Semaphore direct = new Semaphore(DIRECT_MAX);

    DirectoryAppends(Directory directory) {
        this.directory = directory;
    }

    @Override
    public AppendOutcome append(String key, long offset, InputStream body) {
        var path = directory.incomplete(key);
        directory.requireRoom();
        return DirectoryStorage.attempt("append to " + key, () -> {
            var file = DurableFiles.inFolderOf(
                    path, () -> FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            try (file) {
                var length = file.size();
                if (length != offset) {
                    file.force(true);
                    return new OffsetConflict(length);
                }
                if (length == 0) {
                    DurableFiles.forceNames(DurableFiles.parent(path));
                }
                return append(path, file.position(offset), body);
            }
        });
    }

    private AppendOutcome append(Path path, FileChannel file, InputStream body) throws IOException {
        var flusher = new Flusher(file);
        try {
            var pumped = Pump.pump(body, file, beginning(file.position()), this::roomLeft);
            if (!pumped.over()) {
                pumped = rest(path, file, body, flusher);
            }
            return new Appended(file.position(), pumped.broken() == null);
        } finally {
            flusher.finish();
        }
    }

    /** Bytes that go the ordinary way: most uploads are done then, and those that are not are aligned. */
    private static long beginning(long position) {
        return BEGINNING_BYTES + Math.floorMod(-position, DirectPump.ALIGNMENT_BYTES);
    }

    private Pump.Pumped rest(Path path, FileChannel file, InputStream body, Flusher flusher) throws IOException {
        if (direct.tryAcquire()) {
            try {
                return DirectPump.pump(body, path, file, this::roomLeft);
            } catch (UnsupportedOperationException e) {
                // Then the ordinary way.
            } finally {
                direct.release();
            }
        }
        return Pump.pump(body, file, Long.MAX_VALUE, bytes -> {
            flusher.written(bytes);
            roomLeft(bytes);
        });
    }

    /** Asks now and then: a long upload must not take the room that the database needs. */
    private void roomLeft(long bytes) {
        if (bytes % Flusher.STRIDE_BYTES < DirectPump.BUFFER_BYTES) {
            directory.requireRoom();
        }
    }

    @Override
    public AppendOutcome appendIf(String key, long offset, InputStream body, BooleanSupplier accepted) {
        directory.requireRoom();
        try (var spool = Spool.in(directory.temporary())) {
            var pumped = spool.fill(body, Long.MAX_VALUE);
            if (pumped.broken() != null || !accepted.getAsBoolean()) {
                return new Refused(length(key));
            }
            return append(key, offset, spool.stream());
        }
    }

    @Override
    public long length(String key) {
        var path = directory.incomplete(key);
        return DirectoryStorage.attempt("measure " + key, () -> {
            try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
                var length = file.size();
                // A writer that was killed may have left bytes that are in the kernel's memory only.
                file.force(true);
                return length;
            } catch (NoSuchFileException e) {
                return 0L;
            }
        });
    }

    @Override
    public StoredObject seal(String key, String finalKey) {
        var path = directory.incomplete(key);
        var target = directory.object(finalKey);
        return DirectoryStorage.attempt("seal " + key, () -> {
            if (!Files.exists(path)) {
                var sealed = directory.describe(finalKey);
                if (sealed.isPresent()) {
                    return sealed.get();
                }
                DurableFiles.inFolderOf(path, () -> Files.createFile(path));
            }
            DurableFiles.publish(path, target);
            DurableFiles.prune(DurableFiles.parent(path), directory.incomplete());
            return directory.describe(finalKey).orElseThrow(() -> StorageException.absent(finalKey));
        });
    }

    @Override
    public void abort(String key) {
        var path = directory.incomplete(key);
        DirectoryStorage.attempt("abort " + key, () -> {
            if (Files.deleteIfExists(path)) {
                DurableFiles.prune(DurableFiles.parent(path), directory.incomplete());
            }
            return true;
        });
    }
}

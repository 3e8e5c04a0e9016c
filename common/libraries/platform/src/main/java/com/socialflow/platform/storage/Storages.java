package com.socialflow.platform.storage;

import com.socialflow.platform.recurring.Recurring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Both faces of one storage, and what has to be closed behind them. */
record Storages(ObjectStorage objects, ResumableObjects resumable, AutoCloseable connection) implements AutoCloseable {

    private static final Duration SWEEP_PAUSE = Duration.ofHours(1);

    static Storages directory(Path root, DataSize reserve, Recurring recurring, Clock clock) {
        var directory = new Directory(root, reserve);
        recurring.every(SWEEP_PAUSE, "storage-leftovers", () -> directory.sweep(clock.instant()));
        return new Storages(new DirectoryStorage(directory), new DirectoryAppends(directory), () -> {});
    }

    static Storages s3(StorageSettings.S3 settings, Path spools) {
        try {
            Files.createDirectories(spools);
        } catch (IOException e) {
            throw new StorageException("the directory for parts can't be made: " + spools, e);
        }
        var bucket = S3Connection.open(settings, spools);
        return new Storages(new S3Storage(bucket), new S3Appends(bucket), bucket);
    }

    @Override
    public void close() throws Exception {
        connection.close();
    }
}

package com.socialflow.platform.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.util.unit.DataSize;

/**
 * The folders of a directory storage: finished objects, incomplete ones, and temporary files that get their name when
 * they are complete. All on one file system, so that naming is atomic.
 */
final class Directory {

    /** Nothing is written for so long without a pause. */
    private static final Duration TEMPORARY_AGE_MAX = Duration.ofDays(1);

    private static final AtomicLong temporaries = new AtomicLong();

    private final Path objects;
    private final Path incomplete;
    private final Path temporary;
    private final DataSize reserve;

    Directory(Path root, DataSize reserve) {
        var absolute = root.toAbsolutePath().normalize();
        this.objects = absolute.resolve("objects");
        this.incomplete = absolute.resolve("incomplete");
        this.temporary = absolute.resolve("temporary");
        this.reserve = reserve;
        try {
            DurableFiles.create(objects);
            DurableFiles.create(incomplete);
            DurableFiles.create(temporary);
        } catch (IOException e) {
            throw new StorageException("the storage directory can't be made: " + absolute, e);
        }
    }

    /** Where finished objects lie. */
    Path objects() {
        return objects;
    }

    /** Where objects lie that are not sealed yet. */
    Path incomplete() {
        return incomplete;
    }

    /** Where temporary files lie. */
    Path temporary() {
        return temporary;
    }

    Path object(String key) {
        return objects.resolve(ObjectKeys.requireKey(key));
    }

    Path incomplete(String key) {
        return incomplete.resolve(ObjectKeys.requireKey(key));
    }

    /** A name that no process uses. */
    Path newTemporary() {
        return temporary.resolve(
                "%d-%d-%d".formatted(ProcessHandle.current().pid(), System.nanoTime(), temporaries.incrementAndGet()));
    }

    /** What a key's file says of it; empty when it is none. */
    Optional<StoredObject> describe(String key) throws IOException {
        try {
            var file = Files.readAttributes(object(key), BasicFileAttributes.class);
            if (!file.isRegularFile()) {
                return Optional.empty();
            }
            return Optional.of(new StoredObject(
                    key, file.size(), etag(file), file.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (FileSystemException e) {
            // A part of the key is a file: ENOTDIR has no type of its own.
            if (!Files.isDirectory(DurableFiles.parent(object(key)))) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A file is never changed, only replaced: a new one has another inode or another time. */
    private static String etag(BasicFileAttributes file) {
        var time = file.lastModifiedTime().toInstant();
        var version = time.getEpochSecond() * 1_000_000_000 + time.getNano();
        return '"'
                + Long.toHexString(file.size())
                + '-'
                + Long.toHexString(version)
                + '-'
                + Integer.toHexString(Objects.hashCode(file.fileKey()))
                + '"';
    }

    /**
     * Nothing while there is room.
     *
     * @throws StorageException {@code FULL} when the reserve is all that is left
     */
    void requireRoom() {
        if (room() == 0) {
            throw new StorageException(
                    StorageException.Reason.FULL, "less than %s is left on the disk of %s".formatted(reserve, objects));
        }
    }

    /** Bytes on the disk beyond the reserve. */
    long room() {
        try {
            return Math.max(Files.getFileStore(objects).getUsableSpace() - reserve.toBytes(), 0);
        } catch (IOException e) {
            throw new StorageException("the disk of " + objects + " does not answer", e);
        }
    }

    /** Removes temporary files that a killed process left. */
    void sweep(Instant now) {
        try (var files = Files.newDirectoryStream(temporary)) {
            for (var file : files) {
                try {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(TEMPORARY_AGE_MAX))) {
                        Files.deleteIfExists(file);
                    }
                } catch (NoSuchFileException e) {
                    // Complete by now, or removed by another process.
                }
            }
        } catch (IOException e) {
            throw new StorageException("could not remove leftovers in " + temporary, e);
        }
    }
}

package com.socialflow.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one directory that holds everything: {@code postgres}, {@code redis}, {@code kafka} with their data and
 * passwords, {@code run} with what is true only while the program runs, {@code programs} with what was unpacked. Locked
 * while open; the lock is the kernel's, so that it ends with the process however that ends.
 */
final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "lock";

    /**
     * Held by this process. Asked first, because closing a second channel on a locked file gives up the lock that the
     * first one holds (POSIX).
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Makes the directory when it isn't there, and locks it.
     *
     * @throws EngineUnavailableException when another program has it, its disk is full, or it can't be written
     */
    static DataDirectory open(Path wanted, long diskFreeMin) {
        try {
            Files.createDirectories(wanted);
            var root = wanted.toRealPath();
            Files.createDirectories(root.resolve("run"), only("rwx--x--x"));
            requireRoom(root, diskFreeMin);
            return lock(root);
        } catch (IOException e) {
            throw new EngineUnavailableException(
                    "the data directory %s can't be used: %s; choose another one or make it writable"
                            .formatted(wanted, e),
                    e);
        }
    }

    private static void requireRoom(Path root, long bytes) throws IOException {
        var free = Files.getFileStore(root).getUsableSpace();
        if (free < bytes) {
            throw new EngineUnavailableException("the disk of %s has %d MB free and at least %d MB are needed"
                    .formatted(root, free >> 20, bytes >> 20));
        }
    }

    private static DataDirectory lock(Path root) throws IOException {
        if (!HELD.add(root)) {
            throw taken(root);
        }
        var locked = false;
        var channel = FileChannel.open(root.resolve("run", LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock == null) {
                throw taken(root);
            }
            locked = true;
            return new DataDirectory(root, channel, lock);
        } finally {
            if (!locked) {
                channel.close();
                HELD.remove(root);
            }
        }
    }

    private static DataDirectoryTakenException taken(Path root) {
        return new DataDirectoryTakenException(
                "another Social Flow runs on the data directory %s: stop it, or choose another directory"
                        .formatted(root));
    }

    Path root() {
        return root;
    }

    Path run(String file) {
        return root.resolve("run", file);
    }

    /** A directory below, made when it isn't there: others may pass through it, but see nothing. */
    Path directory(String name) throws IOException {
        return Files.createDirectories(root.resolve(name), only("rwx--x--x"));
    }

    static FileAttribute<Set<PosixFilePermission>> only(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(root);
        }
    }
}

package com.socialflow.workers.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where runs keep their files. Every program has a directory of its own, named after its process id and start, and
 * holds a lock in it for as long as it lives; a directory whose lock is free was left by a killed program and is
 * removed, together with the children that it may have left running.
 *
 * <p>The lock decides, not the process id: programs in different containers share the directory, not their ids.
 */
final class Scratch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Scratch.class);
    private static final String LOCK = "owner.lock";
    private static final String CHILD = "ffmpeg.pid";

    private final Path own;
    private final FileChannel lockFile;

    private Scratch(Path own, FileChannel lockFile) {
        this.own = own;
        this.lockFile = lockFile;
    }

    /** A directory for this program under {@code root}; what dead programs left there is removed. */
    static Scratch open(Path root) {
        try {
            Files.createDirectories(root);
            removeLeftovers(root);
            var self = ProcessHandle.current();
            var own = Files.createTempDirectory(root, self.pid() + "-" + startMillis(self) + "-");
            var file = FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            file.lock();
            return new Scratch(own, file);
        } catch (IOException e) {
            throw new UncheckedIOException("no scratch directory under " + root, e);
        }
    }

    /** An empty directory, gone with everything in it when closed. */
    Workspace workspace(String purpose) throws IOException {
        return new Workspace(Files.createTempDirectory(own, purpose + "-"));
    }

    @Override
    public void close() throws IOException {
        deleteTree(own);
        lockFile.close();
    }

    /** Notes a child in its workspace, so that the next program finds it if this one is killed. */
    static void note(Path workspace, ProcessHandle child) throws IOException {
        Files.writeString(workspace.resolve(CHILD), child.pid() + " " + startMillis(child));
    }

    private static void removeLeftovers(Path root) throws IOException {
        try (var directories = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (var directory : directories) {
                removeIfOwnerIsDead(directory);
            }
        }
    }

    private static void removeIfOwnerIsDead(Path directory) throws IOException {
        var lock = directory.resolve(LOCK);
        if (!Files.exists(lock)) return; // its owner is about to take it
        try (var file = FileChannel.open(lock, StandardOpenOption.WRITE);
                var held = tryLock(file)) {
            if (held == null) return;
            log.info("removing what a killed program left in {}", directory);
            for (var child : children(directory)) {
                endChild(Files.readString(child));
            }
            deleteTree(directory);
        } catch (NoSuchFileException e) {
            log.debug("another program removed {} first", directory);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very program
        }
    }

    private static List<Path> children(Path directory) throws IOException {
        try (var files = Files.walk(directory, 2)) {
            return files.filter(file -> file.endsWith(CHILD)).toList();
        }
    }

    /** The start tells a leftover child from a stranger that got its process id since. */
    private static void endChild(String note) {
        var fields = note.split(" ", -1);
        ProcessHandle.of(Long.parseLong(fields[0]))
                .filter(process -> startMillis(process) == Long.parseLong(fields[1]))
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    private static long startMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Removes a directory with all that is in it; nothing when there is none. */
    static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) return;
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

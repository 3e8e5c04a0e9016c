package com.socialflow.platform.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Changes to files that survive a crash of the machine once they have returned. */
final class DurableFiles {

    /** How often a folder may be removed by others between making it and using it. */
    private static final int ATTEMPTS_MAX = 50;

    private DurableFiles() {}

    /** Something that needs the folder to be there. */
    interface InFolder<T> {
        T run() throws IOException;
    }

    /** Gives a complete file its final name, in place of what had it. */
    static void publish(Path file, Path as) throws IOException {
        force(file);
        inFolderOf(as, () -> Files.move(file, as, StandardCopyOption.ATOMIC_MOVE));
        forceNames(parent(as));
    }

    /** Moves a file from anywhere: copied when it lies on another disk. */
    static void publishForeign(Path file, Path temporary, Path as) throws IOException {
        try {
            publish(file, as);
        } catch (AtomicMoveNotSupportedException e) {
            Files.copy(file, temporary);
            publish(temporary, as);
            Files.delete(file);
        }
    }

    /** Runs it with the folder made, again when somebody else found the folder empty and removed it. */
    static <T> T inFolderOf(Path file, InFolder<T> action) throws IOException {
        for (var attempt = 1; ; attempt++) {
            create(parent(file));
            try {
                return action.run();
            } catch (NoSuchFileException e) {
                if (attempt == ATTEMPTS_MAX) {
                    throw e;
                }
            }
        }
    }

    /** Makes a folder and those above it. */
    static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var above = parent(folder);
        create(above);
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (Files.isRegularFile(folder)) {
                throw e;
            }
        } catch (NoSuchFileException e) {
            return; // The caller notices, and tries again.
        }
        forceNames(above);
    }

    /** Removes the folders from this one up to the root, as far as they are empty. */
    static void prune(Path folder, Path root) throws IOException {
        for (var empty = folder; !empty.equals(root); empty = parent(empty)) {
            try {
                Files.delete(empty);
            } catch (NoSuchFileException e) {
                // Somebody else did.
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    /** Waits until what was written to a file is on the disk. */
    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Waits until the names in a folder are on the disk. One that was removed meanwhile has none to keep. */
    static void forceNames(Path folder) throws IOException {
        try {
            force(folder);
        } catch (NoSuchFileException e) {
            // Somebody else found it empty.
        }
    }

    static Path parent(Path path) {
        var parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("no folder above " + path);
        }
        return parent;
    }
}

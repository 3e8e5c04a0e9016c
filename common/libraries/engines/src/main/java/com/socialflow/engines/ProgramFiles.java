package com.socialflow.engines;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Where programs that came inside a jar are unpacked to, once; several processes may share it. */
final class ProgramFiles {

    /** Fills a new directory. */
    interface Unpacking {
        void into(Path directory) throws IOException;
    }

    /** Says how many bytes were unpacked, and that all were. */
    private static final String COMPLETE = ".bytes";

    /** For root's children when they may not enter the data directory, as below root's home. */
    private static final Path SYSTEM_CACHE = Path.of("/var/cache/socialflow/programs");

    private final Path directory;

    private ProgramFiles(Path directory) {
        this.directory = directory;
    }

    /** In the wanted directory, else below the data directory, else where children of root's may read. */
    static ProgramFiles choose(@Nullable Path wanted, Path data, ChildUser user) throws IOException {
        var directory = (wanted == null ? data.resolve("programs") : wanted).toAbsolutePath();
        return new ProgramFiles(user.enters(directory) ? directory : SYSTEM_CACHE);
    }

    /** The directory of that name, unpacked by now. The name must change with its content. */
    Path unpacked(String name, Unpacking unpacking) throws IOException {
        var target = directory.resolve(name);
        if (complete(target)) {
            return target;
        }
        Files.createDirectories(directory);
        try (var channel = FileChannel.open(
                        directory.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (complete(target)) {
                return target;
            }
            var fresh = directory.resolve(name + ".new");
            deleteTree(fresh);
            deleteTree(target);
            Files.createDirectories(fresh);
            unpacking.into(fresh);
            Files.writeString(fresh.resolve(COMPLETE), Long.toString(bytes(fresh)));
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        }
    }

    /** Also false after a power cut that left files without their content. */
    private static boolean complete(Path directory) throws IOException {
        var marker = directory.resolve(COMPLETE);
        return Files.exists(marker) && Files.readString(marker).equals(Long.toString(bytes(directory)));
    }

    private static long bytes(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> !file.endsWith(COMPLETE) && Files.isRegularFile(file))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

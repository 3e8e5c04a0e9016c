package com.socialflow.engines;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL server for this machine's kind, as zonky's jars carry it: a compressed tar. */
final class PostgresArchive {

    /** What only compilers and other languages' procedures need. */
    private static final Set<String> LEFT_OUT = Set.of("include", "pkgconfig", "pgxs", "locale", "doc", "man");

    private PostgresArchive() {}

    /** The archive's name inside the jar. */
    static String resource() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var machine = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
        return "postgres-%s-%s.txz".formatted(system, machine);
    }

    static void unpack(Path directory) throws IOException {
        try (var packed = PostgresArchive.class.getClassLoader().getResourceAsStream(resource())) {
            if (packed == null) {
                throw new EngineUnavailableException(
                        "no PostgreSQL for this kind of machine comes along (%s): configure the address of yours"
                                .formatted(resource()));
            }
            unpack(packed, directory);
        }
    }

    private static void unpack(InputStream packed, Path directory) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("stopped while unpacking");
                }
                if (wanted(entry)) {
                    write(tar, entry, directory.resolve(entry.getName()).normalize());
                }
            }
        }
    }

    private static boolean wanted(TarArchiveEntry entry) {
        return !entry.getName().endsWith(".a")
                && Stream.of(entry.getName().split("/")).noneMatch(LEFT_OUT::contains);
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        var executable = (entry.getMode() & 0b001_000_000) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}

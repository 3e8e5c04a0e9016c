package com.socialflow.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A directory below {@code target/testkit} that is deleted when this JVM ends, or by a later one when it was killed.
 */
final class TestDirectory {

    private static final Path ALL = Path.of(System.getProperty("project.root", System.getProperty("java.io.tmpdir")))
            .resolve("target/testkit")
            .toAbsolutePath();

    /** How long the engines wait for Spring to close what uses them. */
    private static final long SPRING_ENDS_WITHIN_MS = 10_000;

    private final Path path;

    private TestDirectory(Path path) {
        this.path = path;
    }

    static Path shared(String name) {
        return ALL.resolve(name);
    }

    static TestDirectory ofThisJvm(String name) {
        try {
            Files.createDirectories(ALL);
            deleteLeftovers();
            var path =
                    ALL.resolve("%s-%d".formatted(name, ProcessHandle.current().pid()));
            delete(path);
            return new TestDirectory(Files.createDirectories(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    /** Runs the action and deletes the directory when this JVM ends. */
    void atExit(Runnable action) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            awaitSpring();
                            action.run();
                            try {
                                delete(path);
                            } catch (IOException e) {
                                // A later JVM tries again.
                            }
                        },
                        "testkit-exit"));
    }

    /** Hooks run side by side; pools that lose their server before they are closed fill the log with complaints. */
    private static void awaitSpring() {
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("SpringApplicationShutdownHook")) {
                try {
                    thread.join(SPRING_ENDS_WITHIN_MS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private static void deleteLeftovers() throws IOException {
        try (var all = Files.list(ALL)) {
            for (var directory : all.toList()) {
                var dash = directory.getFileName().toString().lastIndexOf('-');
                var pid = directory.getFileName().toString().substring(dash + 1);
                if (dash > 0
                        && pid.matches("\\d{1,10}")
                        && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    deleteIfNobodyElseDoes(directory);
                }
            }
        }
    }

    private static void deleteIfNobodyElseDoes(Path directory) {
        try {
            delete(directory);
        } catch (IOException | UncheckedIOException e) {
            // Another JVM deletes it at the same time, or what was in it still ends; a later one tries again.
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

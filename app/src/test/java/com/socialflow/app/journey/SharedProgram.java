package com.socialflow.app.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** One program for all journeys of this JVM that do not hurt it; it ends with the JVM. */
public final class SharedProgram {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @org.jspecify.annotations.Nullable
    private static RunningProgram program;

    private SharedProgram() {}

    /** The program, started when first asked for. */
    public static synchronized RunningProgram get() {
        if (program == null) {
            var started = RunningProgram.start(directory("shared"));
            program = started;
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        }
        return program;
    }

    /** A person that no other test uses. */
    public static Person somebody() {
        return Person.registered(get().address(), freshName());
    }

    /** A username that no other test uses. */
    public static String freshName() {
        return "person_" + PEOPLE.incrementAndGet();
    }

    /** An empty directory for a program's data. The engines run as another user, who has to get there. */
    public static Path directory(String name) {
        try {
            var directory = Path.of(
                    "target", "journeys", name + "-" + ProcessHandle.current().pid());
            Files.createDirectories(directory.getParent());
            return directory.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small real recording in high definition, 479 KB. */
    public static Path clip() {
        return Path.of(System.getProperty("project.root", ".."))
                .resolve("app/src/test/resources/clips/doorknob-hd-no-bar.mp4");
    }
}

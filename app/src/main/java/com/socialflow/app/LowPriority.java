package com.socialflow.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Lets the JVM's optimizing compiler give way to requests once they are served: it compiles in bursts of a tenth of a
 * second, for minutes after a start, and on two processors every second request would wait for it. Linux has a priority
 * for each thread, which anybody may lower; elsewhere nothing is done.
 */
class LowPriority {

    /** A third of what a request's thread gets of a processor that both want. With less, a start under load is slow. */
    static final int NICE = 5;

    /** As the kernel knows it, whose names of threads end after 15 characters. */
    private static final String COMPILER = "C2 CompilerThre";

    private static final Path THREADS = Path.of("/proc/self/task");
    private static final int RENICE_MAX_SECONDS = 5;
    private static final Logger log = LoggerFactory.getLogger(LowPriority.class);

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (Files.isDirectory(THREADS)) {
            Thread.ofVirtual().name("low-priority").start(() -> lower(COMPILER));
        }
    }

    /** Those of this name; what cannot be lowered stays, which costs speed and nothing else. */
    static void lower(String name) {
        try {
            var found = threads(name);
            if (!found.isEmpty() && !renice(found)) {
                log.info("'{}' keeps its priority: renice did not lower it", name);
            }
        } catch (IOException e) {
            log.info("'{}' keeps its priority: {}", name, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The ids of this process' threads of a name, as the kernel knows them. */
    static List<String> threads(String name) throws IOException {
        var found = new ArrayList<String>();
        try (var all = Files.newDirectoryStream(THREADS)) {
            for (var thread : all) {
                if (name(thread).equals(name)) {
                    found.add(thread.getFileName().toString());
                }
            }
        }
        return found;
    }

    /** Of a thread that has ended meanwhile, nothing. */
    private static String name(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean renice(List<String> threads) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("renice", "-n", Integer.toString(NICE), "-p"));
        command.addAll(threads);
        var renice = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!renice.waitFor(RENICE_MAX_SECONDS, TimeUnit.SECONDS)) {
            renice.destroyForcibly();
            return false;
        }
        return renice.exitValue() == 0;
    }
}

package com.socialflow.engines;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs engines in a process of its own, which a test may kill. */
final class ProgramForTests {

    private ProgramForTests() {}

    /** Arguments: the data directory and the engines. Prints "up", and stops in order when its input ends. */
    public static void main(String[] arguments) throws IOException {
        var wanted = Arrays.stream(arguments).skip(1).map(Engine::valueOf).toArray(Engine[]::new);
        try (var engines = Engines.start(Given.only(Path.of(arguments[0]), wanted), Given.NOBODY_LISTENS)) {
            engines.startKafka();
            for (var engine : wanted) {
                switch (engine) {
                    case POSTGRES -> engines.postgres(Given.PATIENCE);
                    case REDIS -> engines.redis(Given.PATIENCE);
                    case KAFKA -> engines.kafka(Given.PATIENCE);
                }
            }
            System.out.println("up");
            System.in.read();
        }
    }

    /** Starts it and waits until its engines are ready. */
    static Process start(Path data, Engine... engines) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dproject.root=" + System.getProperty("project.root", "."),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .replace("\n", File.pathSeparator),
                ProgramForTests.class.getName(),
                data.toString()));
        for (var engine : engines) {
            command.add(engine.name());
        }
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var reader = process.inputReader();
        for (var line = reader.readLine(); !"up".equals(line); line = reader.readLine()) {
            if (line == null) {
                throw new IllegalStateException("the program ended");
            }
        }
        return process;
    }
}

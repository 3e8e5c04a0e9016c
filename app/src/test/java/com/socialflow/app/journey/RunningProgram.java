package com.socialflow.app.journey;

import com.socialflow.testkit.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The program as a process of its own, with embedded engines, on a data directory and a port that survive restarts. */
public final class RunningProgram implements AutoCloseable {

    /** A first start unpacks and initialises the engines, on a machine that may be busy. */
    private static final Duration START_MAX = Duration.ofMinutes(3);

    private static final Duration STOP_MAX = Duration.ofSeconds(40);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Path data;
    private final int port;
    private final List<String> settings;
    private Process process;

    private RunningProgram(Path data, int port, List<String> settings) {
        this.data = data;
        this.port = port;
        this.settings = settings;
        this.process = launch();
    }

    /**
     * Starts it with these settings, such as {@code --roles=workers}, or options of Java, such as {@code -Xmx1g}, and
     * waits until it serves.
     */
    public static RunningProgram start(Path data, String... settings) {
        var program = begin(data, settings);
        program.awaitServing();
        return program;
    }

    /** Starts it and does not wait. */
    public static RunningProgram begin(Path data, String... settings) {
        return new RunningProgram(data, FreePort.next(), List.of(settings));
    }

    /** The address of its web page and API. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Path data() {
        return data;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Ends it as a power cut would, children and all that it does not hold itself. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Starts it again on the same data and port, and waits until it serves. */
    public void restart() {
        process = launch();
        awaitServing();
    }

    /** What it printed since its first start. */
    public String output() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Stops it in order, as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the program did not stop within " + STOP_MAX + "\n" + tail());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it answers requests. */
    public void awaitServing() {
        var deadline = System.nanoTime() + START_MAX.toNanos();
        var answered = "nothing";
        var ready = HttpRequest.newBuilder(address().resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (System.nanoTime() < deadline) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the program ended while it started\n" + tail());
                }
                try {
                    var answer = client.send(ready, BodyHandlers.ofString());
                    if (answer.statusCode() == 200) {
                        return;
                    }
                    answered = answer + " " + answer.body();
                } catch (IOException e) {
                    // Not listening yet.
                    answered = e.toString();
                }
                Thread.sleep(LOOK_EVERY);
            }
            throw new IllegalStateException("the program did not serve within %s, but answered %s\n%s\n%s"
                    .formatted(START_MAX, answered, serving(), tail()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the threads do that start it and answer requests. */
    private String serving() throws InterruptedException {
        var dump = data.resolveSibling(name() + ".threads");
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var command = List.of(jcmd, Long.toString(process.pid()), "Thread.dump_to_file", dump.toString());
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
            return Pattern.compile("\\R\\R")
                    .splitAsStream(Files.readString(dump))
                    .filter(thread -> thread.contains("\"main\"") || thread.contains("\"tomcat-handler"))
                    .limit(5)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Process launch() {
        try {
            Files.createDirectories(data);
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xms64m",
                    "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow"));
            settings.stream().filter(RunningProgram::ofJava).forEach(command::add);
            command.add("@" + classPath());
            command.add("com.socialflow.app.SocialFlow");
            command.add("--port=" + port);
            command.add("--data=" + data);
            command.add("--server.address=127.0.0.1");
            // All journeys come from one address.
            command.add("--socialflow.limits.scale=100");
            settings.stream().filter(setting -> !ofJava(setting)).forEach(command::add);
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ofJava(String setting) {
        return setting.startsWith("-X");
    }

    /** The class path in a file: it is longer than some systems take as an argument. */
    private Path classPath() throws IOException {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Files.writeString(data.resolveSibling(name() + ".arguments"), "-cp \"" + path + "\"\n");
    }

    private Path log() {
        return data.resolveSibling(name() + ".log");
    }

    /** Several programs may share a data directory. */
    private String name() {
        return data.getFileName() + "-" + port;
    }

    private String tail() {
        var lines = output().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    private void awaitEnd() {
        try {
            process.waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Removes a directory that no program uses any more. */
    public static void remove(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

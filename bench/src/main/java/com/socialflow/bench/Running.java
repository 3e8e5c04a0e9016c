package com.socialflow.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The program as {@code ./socialflow run} starts it, and what it costs. */
final class Running implements AutoCloseable {

    static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final Duration STOP_MAX = Duration.ofSeconds(40);
    private static final int CLOCK_TICKS_A_SECOND = 100;
    private static final int LOOK_MILLIS = 10;

    private final Path data;
    private final Path log;
    private final int port;
    private final Process process;
    private final long began = System.nanoTime();

    private Running(Path root, Path data, List<String> settings) throws IOException {
        this.data = data;
        this.log = data.resolveSibling(data.getFileName() + ".log");
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var command = new ArrayList<>(List.of(
                root.resolve("socialflow").toString(),
                "run",
                "--port=" + port,
                "--data=" + data,
                "--server.address=127.0.0.1",
                // One address makes all the load.
                "--socialflow.limits.scale=1000"));
        command.addAll(settings);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Starts it and waits for its first answer. */
    static Running start(Path root, Path data, String... settings) throws IOException, InterruptedException {
        var program = new Running(root, data, List.of(settings));
        var health = HttpRequest.newBuilder(program.uri("/actuator/health")).build();
        while (program.seconds() < START_MAX.toSeconds() && program.process.isAlive()) {
            if (program.listens()
                    && CLIENT.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                return program;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new IllegalStateException("the program did not start:\n" + Files.readString(program.log));
    }

    /** Asked of the kernel alone: an HTTP client would take from the processors that are measured. */
    private boolean listens() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until it says that every engine is ready. */
    void awaitEngines() throws IOException, InterruptedException {
        while (!Files.readString(log).contains("all engines are ready")) {
            if (seconds() > START_MAX.toSeconds()) {
                throw new IllegalStateException("the engines are not ready:\n" + Files.readString(log));
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** Since the command was given. */
    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    Path data() {
        return data;
    }

    int port() {
        return port;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(answer.request().uri() + ": " + answer.body());
        }
        return answer;
    }

    /** CPU seconds that all its processes have used, those that ended among them. */
    double cpuSeconds() throws IOException {
        var ticks = 0L;
        for (var pid : pids()) {
            var stat = read("/proc/" + pid + "/stat");
            if (!stat.isEmpty()) {
                var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                var own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
                ticks += own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
            }
        }
        return (double) ticks / CLOCK_TICKS_A_SECOND;
    }

    /** Memory of all its processes, shared pages counted once (PSS), in MB. */
    double memoryMegabytes() throws IOException {
        var kilobytes = 0L;
        var pss = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");
        for (var pid : pids()) {
            var found = pss.matcher(read("/proc/" + pid + "/smaps_rollup"));
            if (found.find()) {
                kilobytes += Long.parseLong(found.group(1));
            }
        }
        return kilobytes / 1024.0;
    }

    private List<Long> pids() throws IOException {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(process.toHandle()), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }

    /** One of the program's own tools, {@code ffmpeg} or {@code ffprobe}, ready to run. */
    ProcessBuilder tool(String name, List<String> arguments) throws IOException {
        try (var files = Files.walk(data.resolve("cache"))) {
            var tool = files.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the program has not unpacked " + name));
            var command = new ArrayList<String>();
            command.add(tool.toString());
            command.addAll(arguments);
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LD_LIBRARY_PATH", libraries(tool));
            return builder.redirectOutput(data.resolveSibling(name + ".log").toFile());
        }
    }

    private static String libraries(Path tool) throws IOException {
        try (var siblings = Files.list(Objects.requireNonNull(tool.getParent()))) {
            var folders =
                    siblings.filter(Files::isDirectory).map(Path::toString).toList();
            return tool.getParent() + (folders.isEmpty() ? "" : ":" + String.join(":", folders));
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}

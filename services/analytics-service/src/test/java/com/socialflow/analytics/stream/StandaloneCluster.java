package com.socialflow.analytics.stream;

import com.socialflow.testkit.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Flink's own processes, a job manager and a task manager, from the jars that Flink's distribution has. */
final class StandaloneCluster implements AutoCloseable {

    /** What of this JVM's classpath is not Flink's: it comes with the job, or the test would prove nothing. */
    private static final List<String> NOT_FLINKS = List.of(
            "flink-connector-kafka-",
            "flink-connector-base-",
            "kafka-clients-",
            "postgresql-",
            "protobuf-",
            "datasketches-");

    /** Flink's, and what its distribution has besides. */
    private static final List<String> FLINKS = List.of(
            "flink-",
            "kryo-",
            "reflectasm-",
            "minlog-",
            "objenesis-",
            "commons-",
            "snakeyaml-engine-",
            "javassist-",
            "snappy-java-",
            "lz4-java-",
            "slf4j-api-",
            "RoaringBitmap-",
            "jsr305-",
            "async-profiler-",
            "logback-");

    private final Path directory;
    private final String classpath;
    private final int rest;
    private final List<Process> processes = new ArrayList<>();

    private StandaloneCluster(Path directory) throws IOException {
        this.directory = directory;
        this.rest = FreePort.next();
        this.classpath = Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(StandaloneCluster::flinks)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean flinks(String element) {
        var name = Path.of(element).getFileName().toString();
        return FLINKS.stream().anyMatch(name::startsWith) && NOT_FLINKS.stream().noneMatch(name::startsWith);
    }

    static StandaloneCluster start(Path directory) throws IOException {
        var cluster = new StandaloneCluster(directory);
        cluster.configure();
        cluster.run("jobmanager", "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint", List.of());
        cluster.run("taskmanager", "org.apache.flink.runtime.taskexecutor.TaskManagerRunner", List.of());
        return cluster;
    }

    private void configure() throws IOException {
        Files.createDirectories(directory.resolve("tmp"));
        Files.writeString(directory.resolve("logback.xml"), """
                <configuration>
                  <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%d %level %logger{20} %msg%n</pattern></encoder>
                  </appender>
                  <root level="INFO"><appender-ref ref="out"/></root>
                </configuration>
                """);
        Files.writeString(directory.resolve("config.yaml"), """
                jobmanager.rpc.address: 127.0.0.1
                jobmanager.rpc.port: %d
                jobmanager.bind-host: 127.0.0.1
                taskmanager.host: 127.0.0.1
                taskmanager.bind-host: 127.0.0.1
                rest.address: 127.0.0.1
                rest.bind-address: 127.0.0.1
                rest.port: %d
                io.tmp.dirs: %s
                execution.checkpointing.interval: 1s
                execution.checkpointing.dir: %s
                taskmanager.numberOfTaskSlots: 2
                taskmanager.cpu.cores: 1.0
                taskmanager.memory.task.heap.size: 128m
                taskmanager.memory.task.off-heap.size: 0b
                taskmanager.memory.framework.heap.size: 64m
                taskmanager.memory.framework.off-heap.size: 32m
                taskmanager.memory.managed.size: 1m
                taskmanager.memory.network.min: 16m
                taskmanager.memory.network.max: 16m
                taskmanager.memory.jvm-metaspace.size: 128m
                taskmanager.memory.jvm-overhead.min: 0b
                taskmanager.memory.jvm-overhead.max: 0b
                """.formatted(
                        FreePort.next(),
                        rest,
                        directory.resolve("tmp"),
                        directory.resolve("checkpoints").toUri()));
    }

    /** Gives it the jar, as {@code flink run} does. */
    void submit(Path jar, List<String> arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("run", "-d", "-m", "127.0.0.1:" + rest, jar.toString()));
        all.addAll(arguments);
        // The cluster may still be starting: the client tries again until it answers.
        var client = run("client", "org.apache.flink.client.cli.CliFrontend", all);
        if (!client.waitFor(40, TimeUnit.SECONDS) || client.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(directory.resolve("client.log")));
        }
    }

    private Process run(String name, String main, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // As the configuration of Flink's distribution has it.
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-Dlogback.configurationFile=" + directory.resolve("logback.xml"),
                "-cp",
                classpath,
                main));
        if (arguments.isEmpty()) {
            command.addAll(List.of("--configDir", directory.toString()));
        }
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile());
        builder.environment().put("FLINK_CONF_DIR", directory.toString());
        var process = builder.start();
        processes.add(process);
        return process;
    }

    /** The ends of what the processes said. */
    String logs() {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .map(StandaloneCluster::end)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String end(Path log) {
        try {
            var text = Files.readString(log);
            return log.getFileName() + ":\n" + text.substring(Math.max(0, text.length() - 4_000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        processes.forEach(Process::destroyForcibly);
        for (var process : processes) {
            process.waitFor();
        }
    }
}

package com.socialflow.testkit;

import com.socialflow.engines.Engine;
import com.socialflow.engines.Engines;
import com.socialflow.engines.EnginesSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** An engine in a process of its own, which a test may kill and start again on the same data and port. */
public final class EngineHost implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What the line begins with that says where it is. */
    private static final String AT = "engine-at ";

    private final Path data;
    private final Engine engine;
    private Process process;
    private String address = "";

    private EngineHost(Path data, Engine engine) throws IOException {
        this.data = data;
        this.engine = engine;
        this.process = launch();
    }

    /** Arguments: the data directory and the engine. Prints where it is, and runs until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        var engine = Engine.valueOf(arguments[1]);
        var settings = EnginesSettings.in(Path.of(arguments[0])).withEmbedded(Set.of(engine));
        var engines = Engines.start(settings, _ -> {});
        switch (engine) {
            case KAFKA -> {
                engines.startKafka();
                System.out.println(AT + engines.kafka(PATIENCE));
            }
            case POSTGRES -> {
                var server = engines.postgres(PATIENCE);
                System.out.println(AT + "%s %s %s".formatted(server.url(), server.user(), server.password()));
            }
            case REDIS -> System.out.println(AT + engines.redis(PATIENCE).url());
        }
        Thread.currentThread().join();
    }

    /** Starts it and waits until it takes connections. What it says goes into a file beside its data. */
    public static EngineHost start(Path data, Engine engine) throws IOException {
        return new EngineHost(Files.createDirectories(data), engine);
    }

    private Process launch() throws IOException {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var arguments = Files.writeString(data.resolveSibling(engine + ".arguments"), "-cp \"" + path + "\"\n");
        var log = data.resolveSibling(engine + ".log");
        var launched = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "@" + arguments,
                        EngineHost.class.getName(),
                        data.toString(),
                        engine.name()))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var output = launched.inputReader();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(AT)) {
                address = line.substring(AT.length());
                // It may go on talking, and must not wait until somebody listens.
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                return launched;
            }
        }
        throw new IllegalStateException("%s does not start in %s".formatted(engine, data));
    }

    /** As a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public void restart() throws IOException {
        var before = address;
        process = launch();
        if (!address.equals(before)) {
            throw new IllegalStateException("it was at %s and is at %s".formatted(before, address));
        }
    }

    /** Kafka's bootstrap servers. */
    public String kafka() {
        return address;
    }

    /** PostgreSQL's database. */
    public TestDatabase database() {
        var words = address.split(" ", -1);
        return new TestDatabase(words[0], words[1], words[2]);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}

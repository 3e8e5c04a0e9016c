package com.socialflow.engines;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker and its controller inside this process, started again when it fails. It is the one engine without a
 * password: any program on this machine may use it, none from elsewhere.
 */
final class EmbeddedKafka implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedKafka.class);

    /** A lone broker has nobody to hand its partitions to; what takes longer is stuck. */
    private static final Duration STOP_MAX = Duration.ofSeconds(15);

    private final Surroundings around;
    private final EnginesSettings.Kafka settings;
    private final EngineBoard board;
    private final RestartPolicy.Deaths deaths = RestartPolicy.STANDARD.new Deaths();
    private final Thread thread;

    // Guarded by this.
    private boolean stopping;
    private @Nullable String fault;

    private EmbeddedKafka(Surroundings around, EnginesSettings.Kafka settings, EngineBoard board) {
        this.around = around;
        this.settings = settings;
        this.board = board;
        this.thread = Thread.ofPlatform().daemon().name("supervisor-kafka").unstarted(this::supervise);
        // Kafka loads classes by name, and inside an executable jar only this loader finds them.
        this.thread.setContextClassLoader(EmbeddedKafka.class.getClassLoader());
    }

    static EmbeddedKafka start(Surroundings around, EnginesSettings.Kafka settings, EngineBoard board) {
        var kafka = new EmbeddedKafka(around, settings, board);
        // A fault that it can't handle makes Kafka halt the process: here others live in it.
        Exit.setHaltProcedure(kafka::fail);
        Exit.setExitProcedure(kafka::fail);
        kafka.thread.start();
        return kafka;
    }

    private void supervise() {
        try {
            var properties = properties();
            while (runOnce(properties)) {
                sleepUnlessStopped(deaths.pause());
            }
        } catch (EngineUnavailableException e) {
            board.set(Engine.KAFKA, EngineState.FAILED, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            log.debug("stopped while starting");
        } catch (Throwable e) {
            log.error("Kafka's supervisor failed", e);
            board.set(Engine.KAFKA, EngineState.FAILED, e.toString());
        }
    }

    private Map<String, String> properties() throws IOException {
        var directory = around.data().directory(Engine.KAFKA.key()).resolve("data");
        Files.createDirectories(directory);
        var port = around.ports().choose("kafka", settings.port());
        var controller = around.ports().choose("kafka-controller", EnginesSettings.ANY_PORT);
        return KafkaProperties.of(directory, port, controller, settings.properties());
    }

    /** Runs the broker until it fails or is stopped. Whether to start another one. */
    private boolean runOnce(Map<String, String> properties) throws InterruptedException {
        var reason = startAndWaitForItsEnd(properties);
        if (stopping()) {
            return false;
        }
        deaths.add(System.nanoTime());
        if (deaths.tooMany()) {
            var advice = "when its files under %s are damaged, move them away and it begins with empty topics";
            board.set(Engine.KAFKA, EngineState.FAILED, reason + "; " + advice.formatted(properties.get("log.dirs")));
            return false;
        }
        board.set(Engine.KAFKA, EngineState.RESTARTING, reason);
        return true;
    }

    private String startAndWaitForItsEnd(Map<String, String> properties) throws InterruptedException {
        KafkaRaftServer server = null;
        try {
            var started = System.nanoTime();
            formatOnce(Path.of(properties.getOrDefault("log.dirs", "")));
            server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
            server.startup();
            var bootstrap = bootstrap(properties);
            log.debug(
                    "ready after {} ms",
                    Duration.ofNanos(System.nanoTime() - started).toMillis());
            board.ready(Engine.KAFKA, bootstrap, "ready at " + bootstrap);
            return awaitFaultOrStop();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | KafkaHalt e) {
            return reason(e);
        } finally {
            if (server != null) {
                stop(server);
            }
        }
    }

    private static String bootstrap(Map<String, String> properties) {
        return properties.getOrDefault("advertised.listeners", "").replace("PLAINTEXT://", "");
    }

    private static void formatOnce(Path directory) throws Exception {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(KafkaProperties.NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(KafkaProperties.CONTROLLER_LISTENER)
                .setDirectories(List.of(directory.toString()))
                .setMetadataLogDirectory(directory.toString())
                .run();
    }

    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause == failure ? failure.toString() : "%s (%s)".formatted(failure, cause);
    }

    private synchronized String awaitFaultOrStop() throws InterruptedException {
        while (!stopping && fault == null) {
            wait();
        }
        return fault == null ? "stopped" : fault;
    }

    /** Called by Kafka's threads in place of ending the process; must not return. */
    private void fail(int status, @Nullable String message) {
        synchronized (this) {
            fault = "it wanted to end the process with status %d%s"
                    .formatted(status, message == null ? "" : ": " + message);
            notifyAll();
        }
        throw new KafkaHalt(status);
    }

    private void stop(KafkaRaftServer server) throws InterruptedException {
        var stopper = Thread.ofPlatform().daemon().name("kafka-stop").start(() -> {
            server.shutdown();
            server.awaitShutdown();
        });
        if (!stopper.join(STOP_MAX)) {
            log.warn("Kafka does not stop within {} s", STOP_MAX.toSeconds());
        }
        synchronized (this) {
            fault = null;
        }
    }

    private synchronized boolean stopping() {
        return stopping;
    }

    private synchronized void sleepUnlessStopped(Duration pause) throws InterruptedException {
        var end = System.nanoTime() + pause.toNanos();
        for (var left = pause.toNanos(); !stopping && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            stopping = true;
            notifyAll();
        }
        try {
            // A start that is under way ends first: Kafka does not like to be interrupted.
            if (!thread.join(STOP_MAX.multipliedBy(2))) {
                thread.interrupt();
            }
            board.set(Engine.KAFKA, EngineState.STOPPED, "stopped");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Exit.resetHaltProcedure();
            Exit.resetExitProcedure();
        }
    }

    /** Unwinds a thread that wanted to end the process. */
    private static final class KafkaHalt extends Error {

        private static final long serialVersionUID = 1;

        KafkaHalt(int status) {
            super("Kafka wanted to end the process with status " + status);
        }
    }
}

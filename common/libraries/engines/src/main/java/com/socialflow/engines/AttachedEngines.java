package com.socialflow.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The engines that another process runs and announces in the data directory. */
final class AttachedEngines implements Engines {

    private static final long POLL_MS = 50;

    private final Path data;
    private final Announcement announcement;

    AttachedEngines(Path data) {
        this.data = data;
        this.announcement = new Announcement(data);
    }

    @Override
    public PostgresAddress postgres(Duration patience) {
        return (PostgresAddress) await(Engine.POSTGRES, patience);
    }

    @Override
    public RedisAddress redis(Duration patience) {
        return (RedisAddress) await(Engine.REDIS, patience);
    }

    @Override
    public String kafka(Duration patience) {
        return (String) await(Engine.KAFKA, patience);
    }

    private Object await(Engine engine, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                var announced = announcement.read().orElse(null);
                if (announced != null
                        && ready(Announcement.status(announced, engine).orElse(null), engine)) {
                    return Announcement.address(announced, engine);
                }
                if (System.nanoTime() > deadline) {
                    throw new EngineUnavailableException(
                            announced == null
                                    ? "no Social Flow runs on the data directory %s: start it first".formatted(data)
                                    : "%s was not ready within %d s".formatted(engine.label(), patience.toSeconds()));
                }
                Thread.sleep(POLL_MS);
            }
        } catch (IOException e) {
            throw new EngineUnavailableException(
                    "the engines of %s can't be found: %s; start as the same user".formatted(data, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineUnavailableException("stopped while waiting for " + engine.label(), e);
        }
    }

    private static boolean ready(@Nullable EngineStatus status, Engine engine) {
        if (status == null) {
            return false;
        }
        return switch (status.state()) {
            case READY -> true;
            case STARTING, RESTARTING, STOPPED -> false;
            case FAILED ->
                throw new EngineUnavailableException("%s failed: %s".formatted(engine.label(), status.detail()));
            case EXTERNAL ->
                throw new EngineUnavailableException(
                        "%s is not embedded: configure its address here too".formatted(engine.label()));
        };
    }

    /** It is the other process that starts it. */
    @Override
    public void startKafka() {}

    @Override
    public List<EngineStatus> statuses() {
        try {
            var announced = announcement.read().orElse(null);
            return Stream.of(Engine.values())
                    .map(engine -> (announced == null
                                    ? Optional.<EngineStatus>empty()
                                    : Announcement.status(announced, engine))
                            .orElseGet(() ->
                                    new EngineStatus(engine, EngineState.STOPPED, "no Social Flow runs on " + data, 0)))
                    .toList();
        } catch (IOException e) {
            return Stream.of(Engine.values())
                    .map(engine -> new EngineStatus(engine, EngineState.FAILED, e.toString(), 0))
                    .toList();
        }
    }

    /** Nothing here is this process' to stop. */
    @Override
    public void close() {}
}

package com.socialflow.engines;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engines that this process runs. */
final class OwnEngines implements Engines {

    private static final Logger log = LoggerFactory.getLogger(OwnEngines.class);

    private final EnginesSettings settings;
    private final DataDirectory data;
    private final Announcement announcement;
    private final EngineBoard board;
    private final Surroundings around;

    // Guarded by this.
    private @Nullable SupervisedChild postgres;
    private @Nullable SupervisedChild redis;
    private @Nullable AppendOnlyFlush redisFlush;
    private @Nullable EmbeddedKafka kafka;
    private boolean closed;

    private OwnEngines(EnginesSettings settings, EngineListener listener, DataDirectory data)
            throws IOException, InterruptedException {
        this.settings = settings;
        this.data = data;
        this.announcement = new Announcement(data.root());
        this.board = new EngineBoard(settings.embedded(), announcing(listener));
        var random = new SecureRandom();
        var user = ChildUser.detect();
        this.around = new Surroundings(
                data,
                ProgramFiles.choose(settings.programs(), data.root(), user),
                user,
                new Ports(data.run("ports.properties"), random),
                random);
    }

    static OwnEngines start(EnginesSettings settings, EngineListener listener) {
        var data = DataDirectory.open(settings.data(), settings.diskFreeMin());
        var started = false;
        try {
            var engines = new OwnEngines(settings, listener, data);
            engines.announcement.write(engines.board);
            engines.startChildren();
            started = true;
            return engines;
        } catch (IOException e) {
            throw new EngineUnavailableException("the data directory can't be used: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineUnavailableException("stopped while starting", e);
        } finally {
            if (!started) {
                data.close();
            }
        }
    }

    /** The listener that also keeps the announcement up to date. */
    private EngineListener announcing(EngineListener listener) {
        return status -> {
            try {
                announcement.write(board);
            } catch (ClosedByInterruptException e) {
                log.debug("nobody is told what happens while the engines stop");
            } catch (IOException e) {
                log.warn("other processes will not find the engines: {}", e.toString());
            }
            listener.changed(status);
        };
    }

    private synchronized void startChildren() {
        if (settings.embedded().contains(Engine.POSTGRES)) {
            var program = new PostgresProgram(
                    around, settings.postgres(), step -> board.set(Engine.POSTGRES, EngineState.STARTING, step));
            postgres = start(Engine.POSTGRES, program, program::address);
        }
        if (settings.embedded().contains(Engine.REDIS)) {
            var program = new RedisProgram(around, settings.redis());
            redis = start(Engine.REDIS, program, program::address);
            redisFlush = AppendOnlyFlush.start(RedisProgram.keptIn(data.root()));
        }
    }

    private SupervisedChild start(Engine engine, ChildProgram program, Supplier<Object> address) {
        return SupervisedChild.start(
                engine.key(), program, RestartPolicy.STANDARD, event -> tell(engine, event, address));
    }

    private void tell(Engine engine, ChildEvent event, Supplier<Object> address) {
        switch (event) {
            case ChildEvent.Ready(long pid, Duration took) -> {
                var at = address.get();
                log.debug("{} is ready after {} ms, process {}", engine.label(), took.toMillis(), pid);
                board.ready(engine, at, "ready at " + at);
            }
            case ChildEvent.Died(String reason, Duration pause) -> {
                log.debug("{} is started again in {} ms", engine.label(), pause.toMillis());
                board.set(engine, EngineState.RESTARTING, reason);
            }
            case ChildEvent.GivenUp(String reason) -> board.set(engine, EngineState.FAILED, reason);
            case ChildEvent.Stopped() -> board.set(engine, EngineState.STOPPED, "stopped");
        }
    }

    @Override
    public PostgresAddress postgres(Duration patience) {
        return board.await(Engine.POSTGRES, PostgresAddress.class, patience);
    }

    @Override
    public RedisAddress redis(Duration patience) {
        return board.await(Engine.REDIS, RedisAddress.class, patience);
    }

    @Override
    public String kafka(Duration patience) {
        return board.await(Engine.KAFKA, String.class, patience);
    }

    @Override
    public synchronized void startKafka() {
        if (kafka == null && !closed && settings.embedded().contains(Engine.KAFKA)) {
            kafka = EmbeddedKafka.start(around, settings.kafka(), board);
        }
    }

    @Override
    public List<EngineStatus> statuses() {
        return board.statuses();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (kafka != null) {
            kafka.close();
        }
        if (redis != null) {
            redis.close();
        }
        if (redisFlush != null) {
            redisFlush.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        try {
            announcement.delete();
        } catch (IOException e) {
            log.warn("a stale announcement stays: {}", e.toString());
        }
        data.close();
    }
}

package com.socialflow.engines;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where every engine stands and, once known, at which address: written by the engines, read and waited for by all. */
final class EngineBoard {

    private final Map<Engine, EngineStatus> statuses = new EnumMap<>(Engine.class);
    private final Map<Engine, Object> addresses = new EnumMap<>(Engine.class);
    private final EngineListener listener;

    EngineBoard(Set<Engine> embedded, EngineListener listener) {
        this.listener = listener;
        for (var engine : Engine.values()) {
            var state = embedded.contains(engine) ? EngineState.STARTING : EngineState.EXTERNAL;
            statuses.put(engine, new EngineStatus(engine, state, "", 0));
        }
    }

    void set(Engine engine, EngineState state, String detail) {
        EngineStatus status;
        synchronized (this) {
            status = status(engine).with(state, detail);
            statuses.put(engine, status);
            notifyAll();
        }
        listener.changed(status);
    }

    /** The engine takes connections at the address, which stays the same through restarts. */
    void ready(Engine engine, Object address, String detail) {
        synchronized (this) {
            addresses.put(engine, address);
        }
        set(engine, EngineState.READY, detail);
    }

    synchronized EngineStatus status(Engine engine) {
        var status = statuses.get(engine);
        if (status == null) {
            throw new IllegalStateException("no status of " + engine);
        }
        return status;
    }

    synchronized List<EngineStatus> statuses() {
        return List.copyOf(statuses.values());
    }

    synchronized @Nullable Object address(Engine engine) {
        return addresses.get(engine);
    }

    /** The engine's address as soon as it is ready. */
    synchronized <A> A await(Engine engine, Class<A> type, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var status = status(engine);
            switch (status.state()) {
                case READY -> {
                    return type.cast(requireNonNull(addresses.get(engine)));
                }
                case EXTERNAL ->
                    throw new EngineUnavailableException(
                            "%s is not embedded: configure its address here too".formatted(engine.label()));
                case FAILED ->
                    throw new EngineUnavailableException("%s failed: %s".formatted(engine.label(), status.detail()));
                case STOPPED -> throw new EngineUnavailableException("%s was stopped".formatted(engine.label()));
                case STARTING, RESTARTING -> waitUntil(deadline, engine, patience);
            }
        }
    }

    private void waitUntil(long deadline, Engine engine, Duration patience) {
        var left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new EngineUnavailableException("%s was not ready within %d s: %s"
                    .formatted(
                            engine.label(), patience.toSeconds(), status(engine).detail()));
        }
        try {
            // Rounded up, or the last millisecond would spin.
            wait(left / 1_000_000 + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineUnavailableException("stopped while waiting for " + engine.label(), e);
        }
    }
}

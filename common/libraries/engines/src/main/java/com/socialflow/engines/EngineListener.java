package com.socialflow.engines;

/** Hears of every change, for progress lines; called from the engine's own thread, so it must not block. */
@FunctionalInterface
public interface EngineListener {

    void changed(EngineStatus status);
}

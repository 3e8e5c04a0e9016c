package com.socialflow.engines;

/**
 * One engine at one moment.
 *
 * @param detail what it is doing or what went wrong, in words for a person
 * @param restarts how often it was started again after it died, since the program started
 */
public record EngineStatus(Engine engine, EngineState state, String detail, int restarts) {

    EngineStatus with(EngineState next, String why) {
        return new EngineStatus(engine, next, why, next == EngineState.RESTARTING ? restarts + 1 : restarts);
    }
}

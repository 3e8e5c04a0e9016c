package com.socialflow.engines;

/** Where an engine stands. */
public enum EngineState {
    /** Not up for the first time yet. */
    STARTING,
    /** Takes connections. */
    READY,
    /** Died and is coming back, at the same address. */
    RESTARTING,
    /** Given up; the status says why. */
    FAILED,
    /** Run by somebody else, at a configured address: not watched here. */
    EXTERNAL,
    /** Ended with the program. */
    STOPPED
}

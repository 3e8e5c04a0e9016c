package com.socialflow.engines;

/** An engine can't be used; the message says why, in words for whoever started the program. */
public sealed class EngineUnavailableException extends IllegalStateException permits DataDirectoryTakenException {

    private static final long serialVersionUID = 1;

    public EngineUnavailableException(String message) {
        super(message);
    }

    public EngineUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}

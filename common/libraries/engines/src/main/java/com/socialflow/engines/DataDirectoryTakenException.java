package com.socialflow.engines;

/** Another process runs the engines of this data directory; {@link Engines#attach} finds them. */
public final class DataDirectoryTakenException extends EngineUnavailableException {

    private static final long serialVersionUID = 1;

    DataDirectoryTakenException(String message) {
        super(message);
    }
}

package com.socialflow.workers.cmaf;

/** Bytes that are not the MP4 that ffmpeg was asked for. Our fault or ffmpeg's, never a source's. */
public final class MalformedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
        super(message);
    }
}

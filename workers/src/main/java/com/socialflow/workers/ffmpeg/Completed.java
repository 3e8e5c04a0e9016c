package com.socialflow.workers.ffmpeg;

import java.util.List;

/**
 * A run that came to its own end.
 *
 * @param exit 0 when ffmpeg is content
 * @param output what it wrote to its standard output; empty for runs that report progress there
 * @param messages the last lines that it complained with
 * @param progress how far it came
 */
public record Completed(int exit, String output, List<String> messages, Progress progress) {

    /** What the JVM adds to a signal's number. */
    private static final int SIGNALLED = 128;

    /** SIGTERM. ffmpeg's own errors, cut to a byte, lie above: those of networks begin there, which it has none of. */
    private static final int SIGNAL_MAX = 15;

    /** What the words before ffmpeg exit with when they can't start it, as shells do. */
    private static final int NOT_EXECUTABLE = 126;

    private static final int NOT_FOUND = 127;

    public Completed {
        messages = List.copyOf(messages);
    }

    public boolean succeeded() {
        return exit == 0;
    }

    /**
     * This, when the exit is ffmpeg's own word. An end that came from elsewhere says nothing of the source.
     *
     * @throws MediaException when it did not start, or a signal ended it
     */
    Completed ownEnd() {
        if (exit == NOT_EXECUTABLE || exit == NOT_FOUND) {
            throw new MediaException(MediaException.Cause.UNAVAILABLE, "ffmpeg did not start: " + complaint());
        }
        if (exit > SIGNALLED && exit <= SIGNALLED + SIGNAL_MAX) {
            throw new MediaException(MediaException.Cause.ENDED, "ended by signal " + (exit - SIGNALLED));
        }
        return this;
    }

    /** All complaints as one text. */
    public String complaint() {
        return String.join("\n", messages);
    }

    /**
     * This, when ffmpeg is content.
     *
     * @throws MediaException otherwise
     */
    public Completed orThrow(String work) {
        if (succeeded()) return this;
        throw new MediaException(cause(), work + " failed (" + exit + "): " + complaint());
    }

    private MediaException.Cause cause() {
        if (complaint().contains("No space left on device")) return MediaException.Cause.ENDED;
        if (complaint().contains("Cannot allocate memory")) return MediaException.Cause.OUT_OF_MEMORY;
        return MediaException.Cause.UNDECODABLE;
    }
}

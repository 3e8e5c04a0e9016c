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

    /** What the JVM adds to a signal's number. ffmpeg's own codes lie elsewhere (its errors, cut to a byte). */
    private static final int SIGNALLED = 128;

    private static final int SIGNALS = 31;

    public Completed {
        messages = List.copyOf(messages);
    }

    public boolean succeeded() {
        return exit == 0;
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
        if (exit > SIGNALLED && exit <= SIGNALLED + SIGNALS) return MediaException.Cause.ENDED;
        if (complaint().contains("No space left on device")) return MediaException.Cause.ENDED;
        if (complaint().contains("Cannot allocate memory")) return MediaException.Cause.OUT_OF_MEMORY;
        return MediaException.Cause.UNDECODABLE;
    }
}

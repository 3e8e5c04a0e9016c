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

    /** Above this, a shell would say "ended by signal exit - 128". */
    private static final int SIGNALLED = 128;

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
        var full = complaint().contains("No space left on device");
        var cause = exit > SIGNALLED || full ? MediaException.Cause.ENDED : MediaException.Cause.UNDECODABLE;
        throw new MediaException(cause, work + " failed (" + exit + "): " + complaint());
    }
}

package com.socialflow.workers.ffmpeg;

import java.io.IOException;

/** Looks at a run's outputs while it goes on. What it throws ends the run. */
@FunctionalInterface
public interface Watcher {

    /** Does nothing. */
    Watcher NONE = progress -> {};

    void look(Progress progress) throws IOException, InterruptedException;
}

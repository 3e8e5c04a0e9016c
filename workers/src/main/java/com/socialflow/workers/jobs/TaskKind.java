package com.socialflow.workers.jobs;

import java.util.Locale;

/** What a task does. The order of priority is: what people wait for first, what takes long last. */
enum TaskKind {
    /** Looks at the source and plans the rest. */
    INSPECT(0),
    /** Writes the last playlists and ends the job. */
    FINISH(1),
    /** The lowest rung, a chunk at a time, or the lead of it: what makes the video playable. */
    OPENING(2),
    /** The sound of the whole clip. */
    AUDIO(2),
    POSTER(3),
    STORYBOARD(4),
    /** Removes what was made of a video that is gone. */
    REMOVAL(5),
    /** All that is not in the opening of one chunk. */
    LADDER(9);

    private final int priority;

    TaskKind(int priority) {
        this.priority = priority;
    }

    /** The lower the sooner. */
    int priority() {
        return priority;
    }

    /** Whether it takes long, so that some slots must stay free of it. */
    boolean lengthy() {
        return this == LADDER;
    }

    /** Whether it leaves parts of renditions. */
    boolean encodes() {
        return this == OPENING || this == AUDIO || this == LADDER;
    }

    /** Whether a video is a video without it. */
    boolean optional() {
        return this == POSTER || this == STORYBOARD;
    }

    /** As the database and metrics write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TaskKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}

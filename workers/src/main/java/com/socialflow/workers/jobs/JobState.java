package com.socialflow.workers.jobs;

import java.util.Locale;

/** Where a job is. All but active are ends. */
enum JobState {
    ACTIVE,
    READY,
    FAILED,
    /** Its video was deleted, or a newer source came. */
    CANCELLED;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}

package com.socialflow.workers.jobs;

import java.util.Locale;

/** How a task ended in this process. */
enum TaskOutcome {
    DONE,
    /** It failed and comes again after a pause. */
    AGAIN_LATER,
    /** It failed too often, and its video is complete without it. */
    LEFT_OUT,
    /** It failed too often, or the source is not a video: the job has ended. */
    JOB_FAILED,
    /** Its lease was lost, its video deleted, or this process is stopping. */
    STOPPED;

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

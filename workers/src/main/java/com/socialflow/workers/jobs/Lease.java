package com.socialflow.workers.jobs;

import java.time.Instant;

/**
 * The right to work on a task until a moment, unless it is extended.
 *
 * @param token proves the right: a later holder has another one
 */
record Lease(Task task, long token, Instant until) {

    Lease extendedTo(Instant later) {
        return new Lease(task, token, later);
    }
}

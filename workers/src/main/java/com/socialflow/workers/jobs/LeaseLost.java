package com.socialflow.workers.jobs;

/** The task is somebody else's by now, or nobody's: what came of it here must not be written. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(Task task) {
        super("the lease of %s is lost".formatted(task), null, false, false);
    }
}

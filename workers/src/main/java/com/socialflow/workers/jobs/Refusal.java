package com.socialflow.workers.jobs;

/** The source can never become a video, and why. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /**
     * A refusal.
     *
     * @param detail what the tools said, for the log
     */
    Refusal(Failure failure, String detail) {
        super(detail, null, false, false);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}

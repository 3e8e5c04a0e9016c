package com.socialflow.workers.jobs;

/** How one kind of task is done. */
interface Step {

    /** Which kind. */
    TaskKind kind();

    /**
     * Does the task and writes what came of it, at the latest as its last deed.
     *
     * @throws Refusal when the source can never become a video
     * @throws LeaseLost when the task is no longer this process's
     * @throws Exception when another try may help
     */
    void run(Held held) throws Exception;
}

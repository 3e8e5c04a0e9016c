package com.socialflow.workers.jobs;

import static com.socialflow.core.Require.require;

/**
 * A piece of work to be queued.
 *
 * @param cost estimated seconds of one core; it weighs the task in the job's progress
 */
record NewTask(TaskKind kind, int chunk, double cost) {

    NewTask {
        require(cost >= 0 && Double.isFinite(cost), "a cost is a number of seconds, not %s", cost);
    }
}

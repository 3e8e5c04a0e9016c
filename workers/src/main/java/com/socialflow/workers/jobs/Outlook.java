package com.socialflow.workers.jobs;

import static com.socialflow.core.Require.require;

import java.util.List;

/**
 * What an inspection makes known of a source.
 *
 * @param seconds of play
 * @param width in pixels, as displayed
 * @param height in pixels, as displayed
 * @param facts everything that later tasks need, as JSON
 * @param cost estimated seconds of one core for all tasks, also those that others queue later
 * @param tasks to begin with
 */
record Outlook(double seconds, int width, int height, String facts, double cost, List<NewTask> tasks) {

    Outlook {
        require(cost > 0, "work costs something");
        require(!tasks.isEmpty(), "an accepted source makes work");
        tasks = List.copyOf(tasks);
    }
}

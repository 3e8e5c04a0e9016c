package com.socialflow.workers.jobs;

import static com.socialflow.core.Require.require;

import com.socialflow.core.VideoId;
import java.util.Optional;

/**
 * One accepted source and what becomes of it.
 *
 * @param sourceKey where object storage keeps the source
 * @param facts what the inspection found, as JSON; empty until then
 * @param cost estimated seconds of one core for all of it
 * @param playable whether people can play its beginning already
 */
record Job(
        VideoId video,
        int generation,
        JobState state,
        String sourceKey,
        long sourceBytes,
        Optional<String> facts,
        double cost,
        boolean playable) {

    Job {
        require(generation > 0, "generations count from 1, not %d", generation);
        require(!sourceKey.isBlank(), "a job has a source");
    }

    boolean active() {
        return state == JobState.ACTIVE;
    }
}

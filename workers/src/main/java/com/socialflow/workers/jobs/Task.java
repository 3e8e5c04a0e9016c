package com.socialflow.workers.jobs;

import static com.socialflow.core.Require.require;

import com.socialflow.core.VideoId;

/**
 * A piece of work on one generation of a video.
 *
 * @param chunk which of several alike, from 0
 * @param attempts how often it was begun, this time included
 */
record Task(long id, VideoId video, int generation, TaskKind kind, int chunk, int attempts) {

    Task {
        require(chunk >= 0, "chunks count from 0, not %d", chunk);
    }

    /** Names it in logs and in scratch directories. */
    @Override
    public String toString() {
        return "%s/%d/%s-%d".formatted(video, generation, kind.text(), chunk);
    }
}

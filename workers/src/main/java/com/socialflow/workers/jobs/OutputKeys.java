package com.socialflow.workers.jobs;

import com.socialflow.core.VideoId;

/** Where object storage keeps what is made of a video. */
final class OutputKeys {

    private OutputKeys() {}

    /** Everything of every generation. */
    static String all(VideoId video) {
        return "videos/%s/".formatted(video);
    }

    /** Everything of one generation. */
    static String of(VideoId video, int generation) {
        return "videos/%s/%d/".formatted(video, generation);
    }
}

package com.socialflow.video.catalogue;

import com.socialflow.core.VideoId;

/** Where object storage keeps what belongs to a video: prefixes, each ending in a slash. */
final class Keys {

    private Keys() {}

    /** Every source that was uploaded to it. */
    static String sources(VideoId video) {
        return "originals/" + video + "/";
    }

    /** Everything that workers made of it. */
    static String outputs(VideoId video) {
        return "videos/" + video + "/";
    }

    /** What workers made of one source. */
    static String outputs(VideoId video, int generation) {
        return outputs(video) + generation + "/";
    }
}

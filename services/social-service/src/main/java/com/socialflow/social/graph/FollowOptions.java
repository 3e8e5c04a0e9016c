package com.socialflow.social.graph;

import com.socialflow.core.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is followed.
 *
 * @param reposts whether their reposts come along
 * @param bell whether each of their new posts rings
 * @param video on whose page it began; null: not on a video's
 */
record FollowOptions(
        boolean reposts, boolean bell, @Nullable VideoId video) {

    static final FollowOptions DEFAULT = new FollowOptions(true, false, null);

    @Nullable
    Long videoId() {
        return video == null ? null : video.value();
    }
}

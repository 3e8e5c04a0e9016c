package com.socialflow.social.graph;

import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of how to follow; what is left out stays as it is.
 *
 * @param video on whose page somebody begins to follow; whoever follows already stays with where it began
 */
record FollowWish(
        @Nullable Boolean reposts,
        @Nullable Boolean bell,
        @Nullable String video) {

    static final FollowWish NOTHING = new FollowWish(null, null, null);

    FollowOptions onto(FollowOptions before) {
        return new FollowOptions(
                reposts == null ? before.reposts() : reposts, bell == null ? before.bell() : bell, before.video());
    }

    /**
     * Of a follow that begins.
     *
     * @throws Problem 422 when what is to be a video is none's name
     */
    FollowOptions begin() {
        var options = onto(FollowOptions.DEFAULT);
        return new FollowOptions(options.reposts(), options.bell(), video == null ? null : parsed(video));
    }

    private static VideoId parsed(String video) {
        try {
            return VideoId.parse(video);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("video", "invalid", "is no video's id");
        }
    }
}

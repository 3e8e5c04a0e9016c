package com.socialflow.social.graph;

import org.jspecify.annotations.Nullable;

/** What somebody says of how to follow; what is left out stays as it is. */
record FollowWish(@Nullable Boolean reposts, @Nullable Boolean bell) {

    static final FollowWish NOTHING = new FollowWish(null, null);

    FollowOptions onto(FollowOptions before) {
        return new FollowOptions(reposts == null ? before.reposts() : reposts, bell == null ? before.bell() : bell);
    }
}

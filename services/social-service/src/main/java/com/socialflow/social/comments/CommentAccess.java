package com.socialflow.social.comments;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permits;
import com.socialflow.platform.policy.Resource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the policies ({@code policy/threads.cedar}) about the comments of a video. */
@Component
class CommentAccess {

    private final Permits permits;

    CommentAccess(Permits permits) {
        this.permits = permits;
    }

    /** Whether this person decides about comments on the video. */
    boolean mayCurate(Optional<Actor> actor, VideoId video, AccountId owner) {
        return permits.allows(
                actor, "comment.curate", Resource.of("CommentedVideo", video).with("owner", owner));
    }
}

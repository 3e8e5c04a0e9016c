package com.socialflow.social.scheduled;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permits;
import com.socialflow.platform.policy.Resource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the policies ({@code policy/media.cedar}) about posts that wait. */
@Component
class ScheduledAccess {

    private final ScheduledStore store;
    private final Permits permits;

    ScheduledAccess(ScheduledStore store, Permits permits) {
        this.store = store;
        this.permits = permits;
    }

    /**
     * The post, with which this person may do that.
     *
     * @throws Problem 404 otherwise: of what others have waiting nobody may know
     */
    Scheduled own(ScheduledId id, Actor actor, String action) {
        return store.find(id)
                .filter(post -> permits.allows(
                        Optional.of(actor),
                        action,
                        Resource.of("ScheduledPost", id).with("owner", post.owner())))
                .orElseThrow(() -> Problem.notFound("scheduled-post"));
    }
}

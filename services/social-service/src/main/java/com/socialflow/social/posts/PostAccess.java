package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permits;
import com.socialflow.platform.policy.Resource;
import com.socialflow.social.views.Sight;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the policies ({@code policy/posts.cedar}) about what people do to posts that are there. */
@Component
class PostAccess {

    private final Permits permits;
    private final Sight sight;

    PostAccess(Permits permits, Sight sight) {
        this.permits = permits;
        this.sight = sight;
    }

    /** What somebody may do with a post. */
    enum Access {
        ALLOWED,
        REFUSED,
        /** The person may not even know of it. */
        HIDDEN
    }

    /** Whether this person may do that to the post. Not in a transaction. */
    Access of(Actor actor, String action, PostId id) {
        var seen = sight.find(id, Optional.of(actor.account())).orElse(null);
        if (seen == null) {
            return Access.HIDDEN;
        }
        return allows(actor, action, id, seen.post().author()) ? Access.ALLOWED : Access.REFUSED;
    }

    /** The same of a post whose author is known. */
    boolean allows(Actor actor, String action, PostId id, AccountId author) {
        return permits.allows(
                Optional.of(actor), action, Resource.of("Post", id).with("owner", author));
    }
}

package com.socialflow.social.posts;

import com.socialflow.core.PostId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.social.posts.Pinning.PinOutcome;
import org.springframework.stereotype.Component;

/** What authors do with posts of theirs besides writing them. Not in a transaction: it may have to call. */
@Component
class OwnPosts {

    private final PostAccess access;
    private final Removal removal;
    private final Pinning pinning;

    OwnPosts(PostAccess access, Removal removal, Pinning pinning) {
        this.access = access;
        this.removal = removal;
        this.pinning = pinning;
    }

    /** Takes a post back: the row stays, empty, and what others answered stays with it. */
    ChangeOutcome delete(PostId id, Actor actor) {
        return switch (access.of(actor, "post.delete", id)) {
            case HIDDEN -> new ChangeOutcome.NotFound();
            case REFUSED -> new ChangeOutcome.Refused();
            case ALLOWED -> removal.delete(id) ? new ChangeOutcome.Changed() : new ChangeOutcome.NotFound();
        };
    }

    PinOutcome pin(PostId id, Actor actor, boolean pinned) {
        return switch (access.of(actor, "post.pin", id)) {
            case HIDDEN -> PinOutcome.NOT_FOUND;
            case REFUSED -> PinOutcome.REFUSED;
            case ALLOWED -> pinning.pin(id, actor.account(), pinned);
        };
    }

    /** Takes the permission to quote a post of one's own back from one quote. */
    ChangeOutcome revokeQuote(PostId quoted, PostId quoting, Actor actor) {
        return switch (access.of(actor, "post.revoke-quote", quoted)) {
            case HIDDEN -> new ChangeOutcome.NotFound();
            case REFUSED -> new ChangeOutcome.Refused();
            case ALLOWED ->
                pinning.revokeQuote(quoted, quoting) ? new ChangeOutcome.Changed() : new ChangeOutcome.NotFound();
        };
    }
}

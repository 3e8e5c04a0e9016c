package com.socialflow.social.threads;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permits;
import com.socialflow.platform.policy.Resource;
import com.socialflow.social.views.Sight;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What whoever began a thread does in it: the first post's author; below a video, its owner. Not in a transaction. */
@Component
class ThreadTools {

    private final ThreadStore store;
    private final ThreadMarkStore marks;
    private final Sight sight;
    private final Permits permits;

    ThreadTools(ThreadStore store, ThreadMarkStore marks, Sight sight, Permits permits) {
        this.store = store;
        this.marks = marks;
        this.sight = sight;
        this.permits = permits;
    }

    enum Outcome {
        DONE,
        NOT_FOUND,
        REFUSED,
        /** It is not the first post of a thread, or its thread is a video's. */
        NOT_THE_FIRST,
        /** It answers nothing. */
        THE_FIRST
    }

    /** From now on nobody but the author replies, or everybody again. */
    Outcome lock(PostId id, Actor actor, boolean locked) {
        var post = sight.find(id, Optional.of(actor.account())).orElse(null);
        if (post == null) {
            return Outcome.NOT_FOUND;
        }
        if (!may(actor, "thread.lock", id)) {
            return Outcome.REFUSED;
        }
        if (post.post().place().root() != id.value()) {
            return Outcome.NOT_THE_FIRST;
        }
        marks.lock(id, locked);
        return Outcome.DONE;
    }

    /** From now on a branch is shown only to whoever opens it, or to all again. */
    Outcome hideBranch(PostId id, Actor actor, boolean hidden) {
        var post = sight.find(id, Optional.of(actor.account())).orElse(null);
        if (post == null) {
            return Outcome.NOT_FOUND;
        }
        if (!may(actor, "thread.hide-branch", id)) {
            return Outcome.REFUSED;
        }
        if (post.post().announcement() || post.post().place().root() == id.value()) {
            return Outcome.THE_FIRST;
        }
        marks.hideBranch(id, hidden);
        return Outcome.DONE;
    }

    private boolean may(Actor actor, String action, PostId id) {
        var begunBy = store.origin(id).map(Origin::begunBy).orElse(null);
        return begunBy != null && permits.allows(Optional.of(actor), action, thread(id, begunBy));
    }

    private static Resource thread(PostId id, AccountId begunBy) {
        return Resource.of("Thread", id).with("owner", begunBy);
    }
}

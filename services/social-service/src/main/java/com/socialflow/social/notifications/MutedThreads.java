package com.socialflow.social.notifications;

import com.socialflow.core.PostId;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.social.rules.Surface;
import com.socialflow.social.views.PostViews;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Threads of which somebody hears no more: what is said there is not told, whoever says it. */
@Component
class MutedThreads {

    /** Of one person: far more than anybody remembers. */
    static final int MAX = 5_000;

    private final MutedThreadStore store;
    private final PostViews posts;

    MutedThreads(MutedThreadStore store, PostViews posts) {
        this.store = store;
        this.posts = posts;
    }

    /** Mutes the thread of a post that the person may see. */
    void mute(PostId post, Actor actor) {
        if (posts.one(post, Optional.of(actor), Surface.DIRECT_LINK).isEmpty()) {
            throw Problem.notFound("post");
        }
        var root = store.root(post).orElseThrow(() -> Problem.notFound("post"));
        if (store.count(actor.account()) >= MAX) {
            throw Problem.unprocessable("too-many-muted-threads", "at most %d threads are muted", MAX);
        }
        store.insert(actor.account(), root);
    }

    /** Hears of it again; nothing when it was not muted. */
    void unmute(PostId post, Actor actor) {
        store.delete(actor.account(), store.root(post).orElseThrow(() -> Problem.notFound("post")));
    }
}

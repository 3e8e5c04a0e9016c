package com.socialflow.social.views;

import com.socialflow.social.rules.Audience;
import com.socialflow.social.rules.PostState;
import com.socialflow.social.rules.ViewerFacts;

/** What a viewer who sees a post may do with it. */
final class Interactions {

    private Interactions() {}

    /** What its author lets people do holds, and what the author of the thread's first post does. */
    static boolean mayReply(PostRow post, ViewerFacts viewer) {
        var root = post.place().rootPost();
        return post.state() == PostState.PUBLISHED
                && (!post.place().locked() || viewer.is(root == null ? post.author() : root.author()))
                && post.rules()
                        .whoMayReply()
                        .lets(viewer, post.author(), post.rules().mentionsViewer())
                && (root == null || root.whoMayReply().lets(viewer, root.author(), root.mentionsViewer()));
    }

    /** What is for followers leaves their circle by its author alone. */
    static boolean mayQuote(PostRow post, boolean authorPrivate, ViewerFacts viewer) {
        return post.state() == PostState.PUBLISHED
                && post.rules()
                        .whoMayQuote()
                        .lets(viewer, post.author(), post.rules().mentionsViewer())
                && everywhere(post, authorPrivate, viewer);
    }

    static boolean mayRepost(PostRow post, boolean authorPrivate, ViewerFacts viewer) {
        return post.state() == PostState.PUBLISHED
                && Audience.EVERYONE.lets(viewer, post.author(), false)
                && everywhere(post, authorPrivate, viewer);
    }

    private static boolean everywhere(PostRow post, boolean authorPrivate, ViewerFacts viewer) {
        return !(post.rules().forFollowers() || authorPrivate) || viewer.is(post.author());
    }
}

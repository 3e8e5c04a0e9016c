package com.socialflow.social.rules;

import com.socialflow.core.AccountId;
import com.socialflow.social.rules.Shown.Reason;

/** Decides from facts whether and how a post is shown. Every list of posts asks here, last. */
public final class Visibility {

    private Visibility() {}

    /** How the viewer is shown the post there. */
    public static Shown decide(PostFacts post, ViewerFacts viewer, Surface surface) {
        if (post.state() == PostState.DELETED) {
            return absent(surface);
        }
        if (viewer.is(post.author())) {
            return Shown.FULL;
        }
        if (post.state() == PostState.HELD) {
            return post.ofViewersVideo() && maySee(post, viewer) ? Shown.FULL : absent(surface);
        }
        if (post.state() == PostState.REMOVED || !maySee(post, viewer)) {
            return absent(surface);
        }
        return wanted(post, viewer, surface);
    }

    /**
     * Whether a repost may bring something up before this viewer.
     *
     * @param by who reposted
     * @param hidden nobody is to see that person now
     * @param forFollowers what that person does is for followers alone
     */
    public static boolean mayBringUp(
            AccountId by, boolean hidden, boolean forFollowers, ViewerFacts viewer, Surface surface) {
        if (viewer.is(by)) {
            return true;
        }
        var ties = viewer.ties();
        if (hidden || ties.apart(by) || (forFollowers && !ties.followed().contains(by))) {
            return false;
        }
        return !(surface.unasked() && ties.muted().contains(by))
                && !(surface == Surface.HOME && ties.noReposts().contains(by));
    }

    /**
     * A deleted post and one that is not for the viewer look the same: in a thread what was answered to it stays. So
     * does one that is held after it was answered.
     */
    private static Shown absent(Surface surface) {
        return surface == Surface.THREAD ? Shown.TOMBSTONE : Shown.HIDDEN;
    }

    private static boolean maySee(PostFacts post, ViewerFacts viewer) {
        if (post.authorHidden() || post.ofHiddenVideo() || viewer.ties().apart(post.author())) {
            return false;
        }
        return !(post.forFollowers() || post.authorPrivate())
                || viewer.ties().followed().contains(post.author())
                || (viewer.viewer().isPresent() && post.mentionsViewer());
    }

    private static Shown wanted(PostFacts post, ViewerFacts viewer, Surface surface) {
        var muted = viewer.ties().muted().contains(post.author());
        if (muted && surface.unasked()) {
            return Shown.HIDDEN;
        }
        var leftInPlace = surface == Surface.THREAD || surface == Surface.DIRECT_LINK;
        if (post.words() == WordVerdict.HIDE && !leftInPlace) {
            return Shown.HIDDEN;
        }
        if (post.sensitive() && viewer.minor() && surface.open()) {
            return Shown.HIDDEN;
        }
        if (muted && surface == Surface.THREAD) {
            return new Shown.Collapsed(Reason.MUTED);
        }
        if (post.words() != WordVerdict.SHOW) {
            return new Shown.Collapsed(Reason.HIDDEN_WORD);
        }
        if (post.sensitive() && viewer.minor()) {
            return new Shown.Collapsed(Reason.SENSITIVE);
        }
        return post.branchHidden() && surface == Surface.THREAD
                ? new Shown.Collapsed(Reason.BLOCKED_BRANCH)
                : Shown.FULL;
    }
}

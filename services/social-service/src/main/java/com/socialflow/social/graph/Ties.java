package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import java.util.Set;

/**
 * How one viewer stands to some others, as of one moment. All sets hold others out of those asked about.
 *
 * @param followed whom the viewer follows
 * @param followers who follows the viewer
 * @param blocked whom the viewer blocks
 * @param blocking who blocks the viewer
 * @param muted whom the viewer mutes now
 * @param noReposts whom the viewer follows without their reposts
 */
public record Ties(
        Set<AccountId> followed,
        Set<AccountId> followers,
        Set<AccountId> blocked,
        Set<AccountId> blocking,
        Set<AccountId> muted,
        Set<AccountId> noReposts) {

    /** Of somebody who is not signed in. */
    public static final Ties NONE = new Ties(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public Ties {
        followed = Set.copyOf(followed);
        followers = Set.copyOf(followers);
        blocked = Set.copyOf(blocked);
        blocking = Set.copyOf(blocking);
        muted = Set.copyOf(muted);
        noReposts = Set.copyOf(noReposts);
    }

    /** Whether the two are not to meet, whoever of them wants it so. */
    public boolean apart(AccountId other) {
        return blocked.contains(other) || blocking.contains(other);
    }
}

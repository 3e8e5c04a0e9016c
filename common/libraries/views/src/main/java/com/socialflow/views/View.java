package com.socialflow.views;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A raw view: one session that played anything of a video in one hour. Whether it is valid, as far as it can be told
 * from the session alone, says {@link #reason}; its {@link Crowd} has the last word.
 *
 * @param atMillis when its first part ended: the view's time
 * @param claimedMillis content played, as the player told it
 * @param playedMillis content played that counts: possible, visible, in time
 * @param facts of its first part
 * @param rejection null when valid
 * @param stopped it ended just after it had become a view, and not because the video did
 * @param finished most of the video was played
 * @param pattern what its first parts were, to the millisecond, as a hash; 0 when they are too few or too round to tell
 */
public record View(
        long atMillis,
        long claimedMillis,
        long playedMillis,
        Facts facts,
        @Nullable Reason rejection,
        boolean stopped,
        boolean finished,
        long pattern) {

    /** Why it does not count; empty when it does. */
    public Optional<Reason> reason() {
        return Optional.ofNullable(rejection);
    }

    /** Counts, unless its crowd is rejected. */
    public boolean valid() {
        return rejection == null;
    }
}

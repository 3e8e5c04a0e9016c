package com.socialflow.viewcount.videos;

import com.socialflow.core.AccountId;
import java.util.Optional;

/** What is known of a video. */
public sealed interface VideoFact {

    /**
     * There is such a video.
     *
     * @param durationMillis 0: not known yet
     * @param hidden nobody but the owner may know of it
     */
    record Known(AccountId owner, long durationMillis, boolean hidden) implements VideoFact {

        /** Whether this person, or anybody when empty, may know that there is such a video. */
        public boolean visibleTo(Optional<AccountId> viewer) {
            return !hidden || viewer.filter(owner::equals).isPresent();
        }
    }

    /** There is none. */
    record Missing() implements VideoFact {}

    /** The video service did not say. */
    record Unknown() implements VideoFact {}
}

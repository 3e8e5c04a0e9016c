package com.socialflow.social.videos;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import java.util.Optional;

/**
 * What is known here of a video.
 *
 * @param published whether an event told that anybody may find and play it
 */
public record KnownVideo(VideoId id, AccountId owner, String title, Seen visibility, boolean published) {

    /** Who may know of a video. */
    public enum Seen {
        PUBLIC,
        /** Everyone who has its id. */
        UNLISTED,
        /** Its owner. */
        PRIVATE,
        /** It is deleted. */
        GONE
    }

    /** Whether this person, or somebody who is not signed in, may know of it and of its comments. */
    public boolean seenBy(Optional<AccountId> viewer) {
        return switch (visibility) {
            case PUBLIC, UNLISTED -> true;
            case PRIVATE -> viewer.isPresent() && viewer.get().equals(owner);
            case GONE -> false;
        };
    }
}

package com.socialflow.analytics.reactions;

import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import java.util.Locale;
import java.util.Optional;

/** A post about a video. */
record VideoPost(PostId id, VideoId video, Kind kind, boolean withdrawn) {

    enum Kind {
        /** Stands for the video: who likes or reposts it likes or shares the video. */
        ANNOUNCEMENT,
        COMMENT,
        /** Shows the video, or quotes its announcement. */
        SHARE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As what the post itself counts. */
    Optional<Reaction> counts() {
        return switch (kind) {
            case ANNOUNCEMENT -> Optional.empty();
            case COMMENT -> Optional.of(Reaction.COMMENTS);
            case SHARE -> Optional.of(Reaction.SHARES);
        };
    }
}

package com.socialflow.video.catalogue;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.video.access.VideoAccess;
import com.socialflow.video.playback.Playable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One video, as its row says.
 *
 * @param progress of the work on it, 0 to 1
 * @param version rises with every change
 * @param publishedAt when it was first public and playable
 * @param publishedOrder the time-ordered id of that moment
 */
record Video(
        VideoId id,
        AccountId owner,
        Details details,
        VideoState state,
        double progress,
        @Nullable Failure failure,
        Media media,
        int playbackEpoch,
        long version,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable Long publishedOrder) {

    /** Whether anybody may find and play it. */
    boolean published() {
        return details.visibility() == Visibility.PUBLIC && media.hlsKey() != null;
    }

    /**
     * The sort key of what was published.
     *
     * @throws IllegalStateException when it never was
     */
    long order() {
        if (publishedOrder == null) {
            throw new IllegalStateException("a recent video was never published: " + id);
        }
        return publishedOrder;
    }

    /** What policies ask of it. */
    VideoAccess.Subject subject() {
        return new VideoAccess.Subject(id, owner, details.visibility().word());
    }

    Playable playable() {
        return new Playable(
                id,
                details.visibility() == Visibility.PUBLIC,
                playbackEpoch,
                media.hlsKey(),
                media.dashKey(),
                media.posterKey(),
                media.storyboardKey());
    }
}

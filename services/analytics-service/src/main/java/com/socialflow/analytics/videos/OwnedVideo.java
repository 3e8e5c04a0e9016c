package com.socialflow.analytics.videos;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A video as far as analytics knows it. */
public record OwnedVideo(
        VideoId id,
        AccountId owner,
        String title,
        @Nullable Instant firstPublished,
        @Nullable Duration duration) {

    /** When everybody could see it first; empty: nobody could yet, or nobody told. */
    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(firstPublished);
    }

    /** Empty while nobody looked into it. */
    public Optional<Duration> length() {
        return Optional.ofNullable(duration);
    }
}

package com.socialflow.social.views;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import org.jspecify.annotations.Nullable;

/** A video beside a post. */
public record VideoCard(
        VideoId id,
        String title,
        @Nullable Double durationSeconds,
        @Nullable String poster,
        AccountId owner) {}

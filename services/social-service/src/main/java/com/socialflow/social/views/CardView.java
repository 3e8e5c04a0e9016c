package com.socialflow.social.views;

import org.jspecify.annotations.Nullable;

/** What lies behind the first link of a post. */
public record CardView(
        String url,
        String title,
        @Nullable String description,
        @Nullable String site,
        @Nullable String image) {}

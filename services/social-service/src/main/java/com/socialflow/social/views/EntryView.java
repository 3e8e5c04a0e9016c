package com.socialflow.social.views;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/** A post in a timeline. */
public record EntryView(
        String position,
        @Nullable AuthorView repostedBy,
        @JsonUnwrapped PostView post) {}

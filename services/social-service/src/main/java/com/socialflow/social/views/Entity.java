package com.socialflow.social.views;

import com.socialflow.core.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Something in a text that leads elsewhere.
 *
 * @param type {@code mention}, {@code hashtag} or {@code link}
 * @param start its first UTF-16 unit
 * @param end the unit after its last
 * @param tag folded, without {@code #}
 */
public record Entity(
        String type,
        int start,
        int end,
        @Nullable AccountId account,
        @Nullable String username,
        @Nullable String tag,
        @Nullable String url) {}

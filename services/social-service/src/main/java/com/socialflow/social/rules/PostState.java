package com.socialflow.social.rules;

import java.util.Locale;

/** In what state a post is. */
public enum PostState {
    PUBLISHED,
    /** Waits for a review; its author knows of it, and the owner of the video that it comments on. */
    HELD,
    /** Taken down by a moderator. */
    REMOVED,
    /** Taken back by its author: an empty row. */
    DELETED;

    /** The state that the database and the API write so. */
    public static PostState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package com.socialflow.views;

/** Where a play came from. The order is that of the numbers in the log. */
public enum Source {
    UNKNOWN,
    HOME,
    SEARCH,
    PROFILE,
    HASHTAG,
    NOTIFICATION,
    RELATED,
    EMBED,
    EXTERNAL,
    DIRECT,
    PLAYLIST
}

package com.socialflow.analytics.studio;

import java.util.Locale;

/** What cells count as plain numbers: a column of theirs by its name. */
enum Count {
    VIEWS,
    RAW_VIEWS,
    WATCH_MILLIS,
    PLAYED_SUM,
    IMPRESSIONS,
    CLICKS,
    /** Of several cells the highest: the peaks may have been at different times. */
    LIVE_PEAK,
    STALLS,
    STALLED_MILLIS,
    FAILURES,
    EXITS_BEFORE_START,
    LIKES,
    SHARES,
    COMMENTS,
    /** By the money services; nothing where they did not say. */
    REVENUE_MICROS,
    // Not of cells: follows are of a channel, and of a video when they began on its page.
    SUBSCRIBERS_GAINED,
    SUBSCRIBERS_LOST;

    boolean ofFollows() {
        return this == SUBSCRIBERS_GAINED || this == SUBSCRIBERS_LOST;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}

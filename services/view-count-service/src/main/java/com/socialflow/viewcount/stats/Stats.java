package com.socialflow.viewcount.stats;

import com.socialflow.viewcount.ledger.Tally;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A video's numbers of all time and now.
 *
 * @param uniqueViewers an estimate, about one percent off
 * @param updatedAt when the newest counted beacon was received; null while nobody watched it
 * @param stale numbers of the last hours are missing
 */
record Stats(
        Tally tally,
        long uniqueViewers,
        long liveViewers,
        @Nullable Instant updatedAt,
        boolean stale) {

    /** Another one for other numbers. */
    String version() {
        return Long.toHexString(tally.views())
                + "-"
                + Long.toHexString(tally.rawViews())
                + "-"
                + Long.toHexString(tally.watchMillis())
                + "-"
                + Integer.toHexString(tally.rejected().hashCode())
                + "-"
                + Long.toHexString(uniqueViewers)
                + "-"
                + Long.toHexString(liveViewers)
                + (stale ? "s" : "");
    }
}

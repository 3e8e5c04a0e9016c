package com.socialflow.social.tags;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hashtag that more people use than before.
 *
 * @param people who used it in the last 24 hours, each counted once
 * @param posts with it in that time
 * @param history people in each of those hours, the newest last
 * @param allowed what moderators said; null: nobody looked yet
 */
record Trend(
        String tag,
        double score,
        int people,
        int posts,
        List<Integer> history,
        @Nullable Boolean allowed) {

    /** Hours that count as now. */
    static final int HOURS = 24;

    Trend {
        history = List.copyOf(history);
    }
}

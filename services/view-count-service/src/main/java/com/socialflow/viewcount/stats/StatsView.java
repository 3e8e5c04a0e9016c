package com.socialflow.viewcount.stats;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A video's numbers as the API shows them. Null fields are left out.
 *
 * @param rejected views by the reason that rejects them, for its owner and moderators
 * @param stale true while numbers of the last hours are missing, otherwise left out
 */
record StatsView(
        long views,
        long rawViews,
        long uniqueViewers,
        long liveViewers,
        long watchSeconds,
        @Nullable Instant updatedAt,
        @Nullable Map<String, Long> rejected,
        @Nullable Boolean stale) {

    private static final long MILLIS = 1_000;

    static StatsView of(Stats stats, boolean reasons) {
        return new StatsView(
                stats.tally().views(),
                stats.tally().rawViews(),
                stats.uniqueViewers(),
                stats.liveViewers(),
                stats.tally().watchMillis() / MILLIS,
                stats.updatedAt(),
                reasons ? stats.tally().rejected() : null,
                stats.stale() ? true : null);
    }
}

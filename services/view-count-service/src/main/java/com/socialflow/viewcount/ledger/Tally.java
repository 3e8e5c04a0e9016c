package com.socialflow.viewcount.ledger;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of a video in an hour, or of several hours together.
 *
 * @param views valid ones
 * @param rawViews all of them: valid ones and those that a reason rejects
 * @param watchMillis content played in valid views
 * @param rejected views by the reason that rejects them; none of them nought
 */
public record Tally(long views, long rawViews, long watchMillis, Map<String, Long> rejected) {

    public static final Tally NONE = new Tally(0, 0, 0, Map.of());

    public Tally {
        var counted = new TreeMap<>(rejected);
        counted.values().removeIf(count -> count == 0);
        rejected = counted;
    }

    /** Both together. */
    public Tally plus(Tally other) {
        var sum = new TreeMap<>(rejected);
        other.rejected.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return new Tally(views + other.views, rawViews + other.rawViews, watchMillis + other.watchMillis, sum);
    }
}

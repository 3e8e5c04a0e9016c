package com.socialflow.viewcount.counts;

import com.socialflow.viewcount.ledger.Tally;
import java.util.HashMap;
import java.util.Map;

/** Counts by name, as the hash in Redis has them: {@code v}, {@code r}, {@code w} and reasons. */
final class Cells {

    static final String VIEWS = "v";
    static final String RAW = "r";
    static final String WATCHED = "w";

    private final Map<String, Long> counts = new HashMap<>();

    void add(String name, long count) {
        counts.merge(name, count, Long::sum);
    }

    /** What was added, but nothing that came to nought. */
    Map<String, Long> counts() {
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    Tally sum() {
        var rejected = new HashMap<>(counts);
        rejected.keySet().removeIf(name -> name.length() == 1);
        return new Tally(
                counts.getOrDefault(VIEWS, 0L),
                counts.getOrDefault(RAW, 0L),
                counts.getOrDefault(WATCHED, 0L),
                rejected);
    }
}

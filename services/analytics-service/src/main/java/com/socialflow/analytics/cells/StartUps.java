package com.socialflow.analytics.cells;

import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long it took until playing began: a histogram with steps of about a quarter, from which quantiles are read. */
public final class StartUps {

    /** Where each step ends, in milliseconds; what took longer is in one more. */
    private static final long[] STEPS = {
        50, 100, 150, 200, 250, 300, 400, 500, 600, 800, 1_000, 1_250, 1_500, 2_000, 2_500, 3_000, 4_000, 5_000, 6_500,
        8_000, 10_000, 15_000, 20_000, 30_000, 60_000
    };

    /** How many steps there are. */
    public static final int STEP_COUNT = STEPS.length + 1;

    private final long[] counters = new long[STEPS.length + 1];

    /** Adds one that took so long so many times, or takes it back. */
    public void add(long millis, long times) {
        var found = Arrays.binarySearch(STEPS, millis);
        counters[found < 0 ? -found - 1 : found] += times;
    }

    /** Adds what a cell has. */
    public void add(byte @Nullable [] stored) {
        Counters.add(stored, counters);
    }

    /** As a cell keeps it; no bytes for none. */
    public ByteString bytes() {
        return Counters.write(counters);
    }

    List<Long> counters() {
        return Arrays.stream(counters).boxed().toList();
    }

    void restore(List<Long> from) {
        for (var step = 0; step < from.size(); step++) {
            counters[step] = from.get(step);
        }
    }

    /** From how many milliseconds on a step counts. */
    public static long stepFromMillis(int step) {
        return step == 0 ? 0 : STEPS[step - 1];
    }

    /** How many there were in a step. */
    public long count(int step) {
        return counters[step];
    }

    /** How many there were. */
    public long count() {
        return Arrays.stream(counters).sum();
    }

    /** In how many milliseconds this share of them had begun: the end of the step; 0 when there was none. */
    public long quantile(double share) {
        var wanted = Math.max(1, (long) Math.ceil(share * count()));
        var seen = 0L;
        for (var step = 0; step < counters.length; step++) {
            seen += counters[step];
            if (seen >= wanted) {
                return STEPS[Math.min(step, STEPS.length - 1)];
            }
        }
        return 0;
    }
}

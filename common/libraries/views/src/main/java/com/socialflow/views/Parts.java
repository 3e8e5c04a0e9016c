package com.socialflow.views;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a watch, by number, each {@link #WIDTH} longs in one array: a watch is copied for each beacon, and this
 * is what that costs. Of two tellings of one part the least favourable of each figure holds, so that neither order nor
 * repetition matters.
 */
final class Parts {

    static final int SEQUENCE = 0;
    static final int AT = 1;
    static final int ELAPSED = 2;
    /** Content, as told. */
    static final int CLAIMED = 3;
    /** Content that was visible. */
    static final int VISIBLE = 4;
    /** What the content takes on a clock, by the rate. */
    static final int CLOCK = 5;
    /** A reason's ordinal and 1; 0 for none. */
    static final int REASON = 6;

    static final int WIDTH = 7;

    /** Rates beyond these are taken as these: no player offers them. */
    private static final float RATE_MIN = 0.25f;

    private static final float RATE_MAX = 4;

    /** No part is longer than a day; sums of parts stay far from overflow. */
    private static final long PART_MILLIS_MAX = 86_400_000;

    private Parts() {}

    /** Content of the part that played while the player was visible. */
    static long visible(Part part, long played) {
        if (part.hiddenMillis() <= 0) {
            return played;
        }
        return Math.max(0, played - (long) (Math.min(part.hiddenMillis(), PART_MILLIS_MAX) * (double) rate(part)));
    }

    static float rate(Part part) {
        var rate = part.rate();
        return rate > 0 ? Math.clamp(rate, RATE_MIN, RATE_MAX) : 1;
    }

    /** Writes the beacon's part at the index of {@code parts}. */
    static void write(long[] parts, int index, Beacon beacon, @Nullable Reason reason) {
        var offset = index * WIDTH;
        var part = beacon.part();
        var claimed = Math.min(claimed(part), PART_MILLIS_MAX);
        parts[offset + SEQUENCE] = beacon.sequence();
        parts[offset + AT] = beacon.moment().atMillis();
        parts[offset + ELAPSED] = beacon.moment().elapsedMillis();
        parts[offset + CLAIMED] = claimed;
        parts[offset + VISIBLE] = reason == null ? visible(part, claimed) : 0;
        parts[offset + CLOCK] = (long) (claimed / rate(part));
        parts[offset + REASON] = reason == null ? 0 : reason.ordinal() + 1;
    }

    /** What was told, possible or not: an interval that runs backwards is a play too. */
    private static long claimed(Part part) {
        var claimed = 0L;
        var intervals = part.intervals();
        for (var i = 0; i < intervals.length; i += 2) {
            // In doubles, which no ends overflow.
            claimed += (long) Math.min(Math.abs((double) intervals[i + 1] - intervals[i]), PART_MILLIS_MAX);
        }
        return claimed;
    }

    /** Where the number is, or would be as -(index + 1). Most parts come last. */
    static int find(long[] parts, int count, long sequence) {
        var low = 0;
        var high = count - 1;
        if (high >= 0 && parts[high * WIDTH] < sequence) {
            return -(count + 1);
        }
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var there = parts[middle * WIDTH];
            if (there == sequence) {
                return middle;
            }
            if (there < sequence) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -(low + 1);
    }

    /** Two tellings of one part, into the first. */
    static void meet(long[] into, int index, long[] other, int otherIndex) {
        var a = index * WIDTH;
        var b = otherIndex * WIDTH;
        for (var field = AT; field <= VISIBLE; field++) {
            into[a + field] = Math.min(into[a + field], other[b + field]);
        }
        into[a + CLOCK] = Math.max(into[a + CLOCK], other[b + CLOCK]);
        into[a + REASON] = Math.max(into[a + REASON], other[b + REASON]);
    }

    /** Both, by number, at most {@code max} of the lowest numbers. */
    static long[] union(long[] a, long[] b, int max) {
        var union = new long[Math.min(a.length + b.length, max * WIDTH)];
        var i = 0;
        var j = 0;
        var count = 0;
        while ((i < a.length || j < b.length) && count < max) {
            var offset = count * WIDTH;
            if (j >= b.length || (i < a.length && a[i] < b[j])) {
                System.arraycopy(a, i, union, offset, WIDTH);
                i += WIDTH;
            } else if (i >= a.length || b[j] < a[i]) {
                System.arraycopy(b, j, union, offset, WIDTH);
                j += WIDTH;
            } else {
                System.arraycopy(a, i, union, offset, WIDTH);
                meet(union, count, b, j / WIDTH);
                i += WIDTH;
                j += WIDTH;
            }
            count++;
        }
        return count * WIDTH == union.length ? union : Arrays.copyOf(union, count * WIDTH);
    }
}

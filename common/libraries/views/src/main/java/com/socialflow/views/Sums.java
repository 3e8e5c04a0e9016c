package com.socialflow.views;

import java.util.Arrays;

/** The sums of a {@link Crowd}, by number, and what one view adds. The numbers are stored: add at the end only. */
final class Sums {

    static final int VIEWS = 0;
    static final int DATA_CENTRE = 1;
    static final int STOPPED = 2;
    /** Views that ended where their viewer wanted, and say something by where. */
    static final int COMPARED = 3;

    /** Of those, tenths of a second played, and squares of them. */
    static final int PLAYED = 4;

    static final int PLAYED_SQUARED = 5;
    static final int PATTERNED = 6;

    /** Counts by hash: how many different ones there are shows from how they spread. */
    static final int AGENTS = 8;

    static final int AGENTS_WIDTH = 32;
    static final int PATTERNS = AGENTS + AGENTS_WIDTH;
    static final int PATTERNS_WIDTH = 128;
    static final int COUNT = PATTERNS + PATTERNS_WIDTH;

    /** Whoever watches longer ends with the hour, or with the video. */
    private static final long COMPARED_MILLIS_MAX = 1_800_000;

    /** A view is in so many sums at most. */
    private static final int SUMS_OF_ONE_MAX = 9;

    private static final long TENTH_MILLIS = 100;

    private Sums() {}

    static Crowd of(View view) {
        var numbers = new int[SUMS_OF_ONE_MAX];
        var values = new long[SUMS_OF_ONE_MAX];
        var count = 0;
        numbers[count] = VIEWS;
        values[count++] = 1;
        if (view.facts().dataCentre()) {
            numbers[count] = DATA_CENTRE;
            values[count++] = 1;
        }
        if (view.stopped()) {
            numbers[count] = STOPPED;
            values[count++] = 1;
        }
        if (compared(view)) {
            var played = view.playedMillis() / TENTH_MILLIS;
            numbers[count] = COMPARED;
            values[count++] = 1;
            numbers[count] = PLAYED;
            values[count++] = played;
            numbers[count] = PLAYED_SQUARED;
            values[count++] = played * played;
        }
        if (view.pattern() != 0) {
            numbers[count] = PATTERNED;
            values[count++] = 1;
        }
        numbers[count] = AGENTS + bucket(view.facts().agent(), AGENTS_WIDTH);
        values[count++] = 1;
        if (view.pattern() != 0) {
            numbers[count] = PATTERNS + bucket(view.pattern(), PATTERNS_WIDTH);
            values[count++] = 1;
        }
        return Crowd.of(Arrays.copyOf(numbers, count), Arrays.copyOf(values, count));
    }

    private static boolean compared(View view) {
        var facts = view.facts();
        return !facts.live()
                && facts.durationMillis() > 0
                && !view.finished()
                && view.playedMillis() <= COMPARED_MILLIS_MAX;
    }

    private static int bucket(long hash, int width) {
        return (int) (Longs.mix(hash) & (width - 1));
    }
}

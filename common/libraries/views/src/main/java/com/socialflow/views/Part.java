package com.socialflow.views;

/**
 * What was played.
 *
 * @param intervals from, to, from, to, ... in milliseconds of the content; not copied: whoever makes a part leaves them
 * @param rate 1 is the content's own speed
 * @param hiddenMillis how much of the part's time the player was not visible
 */
@SuppressWarnings("ArrayRecordComponent")
public record Part(long[] intervals, long positionMillis, float rate, long hiddenMillis, Event event) {

    /** Milliseconds of content; what cannot be (backwards, before the beginning) counts as nothing. */
    public long playedMillis() {
        var played = 0L;
        for (var i = 0; i + 1 < intervals.length; i += 2) {
            if (intervals[i] >= 0 && intervals[i + 1] > intervals[i]) {
                played += intervals[i + 1] - intervals[i];
            }
        }
        return played;
    }
}

package com.socialflow.views;

import static com.socialflow.views.Parts.AT;
import static com.socialflow.views.Parts.CLAIMED;
import static com.socialflow.views.Parts.SEQUENCE;
import static com.socialflow.views.Parts.WIDTH;

/** Whether parts came as only a program sends them. */
final class Beat {

    /** The timers of a quiet machine err by two milliseconds: so many parts are alike once in a million times. */
    private static final int PARTS_MIN = 10;

    /** Receipts of a person's beacons stray further than this from an even beat. */
    private static final double STRAY_MILLIS = 25;

    /** Parts that come faster were kept and sent together, and tell nothing about a beat. */
    private static final double BEAT_MILLIS_MIN = 1_000;

    private Beat() {}

    /** Somewhere parts in a row are of the same length, to the millisecond, and came in at an even beat. */
    static boolean robotic(long[] parts) {
        var run = 0;
        var start = 0;
        for (var i = 0; i < parts.length && parts[i + SEQUENCE] < Beacon.SEQUENCE_HASHED; i += WIDTH) {
            var same = run > 0 && parts[i + CLAIMED] == parts[start + CLAIMED];
            if (!same) {
                if (even(parts, start, run)) {
                    return true;
                }
                start = i;
                run = 0;
            }
            run++;
        }
        return even(parts, start, run);
    }

    /** The least-squares line of time by number: its slope is the beat, the residuals are what strays from it. */
    private static boolean even(long[] parts, int start, int run) {
        if (run < PARTS_MIN || parts[start + CLAIMED] == 0) {
            return false;
        }
        var end = start + run * WIDTH;
        var meanNumber = 0.0;
        var meanTime = 0.0;
        for (var i = start; i < end; i += WIDTH) {
            meanNumber += (parts[i + SEQUENCE] - parts[start + SEQUENCE]) / (double) run;
            meanTime += (parts[i + AT] - parts[start + AT]) / (double) run;
        }
        var numbers = 0.0;
        var times = 0.0;
        var both = 0.0;
        for (var i = start; i < end; i += WIDTH) {
            var number = parts[i + SEQUENCE] - parts[start + SEQUENCE] - meanNumber;
            var time = parts[i + AT] - parts[start + AT] - meanTime;
            numbers += number * number;
            times += time * time;
            both += number * time;
        }
        var beat = both / numbers;
        var stray = Math.sqrt(Math.max(0, times - both * beat) / run);
        return beat >= BEAT_MILLIS_MIN && stray <= STRAY_MILLIS;
    }
}

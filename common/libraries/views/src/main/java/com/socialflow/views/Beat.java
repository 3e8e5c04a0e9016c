package com.socialflow.views;

import static com.socialflow.views.Parts.AT;
import static com.socialflow.views.Parts.CLAIMED;
import static com.socialflow.views.Parts.SEQUENCE;
import static com.socialflow.views.Parts.WIDTH;

/** Whether parts came as only a program sends them. */
final class Beat {

    /** Fewer may be even by chance. */
    private static final int PARTS_MIN = 8;

    /** Of a real player each part is some milliseconds longer or shorter than the one before. */
    private static final long PLAYED_SPREAD_MILLIS = 1;

    /** Receipts of a person's beacons stray further than this from an even beat. */
    private static final double STRAY_MILLIS = 25;

    /** Parts that come faster were kept and sent together, and tell nothing about a beat. */
    private static final double BEAT_MILLIS_MIN = 1_000;

    private Beat() {}

    /** Every part but the last one is of the same length, to the millisecond, and came in at an even beat. */
    static boolean robotic(long[] parts) {
        var last = parts.length - WIDTH;
        while (last > 0 && parts[last + CLAIMED] == 0) {
            last -= WIDTH;
        }
        if (last < PARTS_MIN * WIDTH) {
            return false;
        }
        var count = 0;
        var least = Long.MAX_VALUE;
        var most = Long.MIN_VALUE;
        for (var i = 0; i < last; i += WIDTH) {
            if (parts[i + CLAIMED] > 0) {
                count++;
                least = Math.min(least, parts[i + CLAIMED]);
                most = Math.max(most, parts[i + CLAIMED]);
            }
        }
        return count >= PARTS_MIN
                && most - least <= PLAYED_SPREAD_MILLIS
                && parts[last + SEQUENCE] < Beacon.SEQUENCE_HASHED
                && even(parts, last, count);
    }

    /** The least-squares line of time by number: its slope is the beat, the residuals are what strays from it. */
    private static boolean even(long[] parts, int end, int count) {
        var meanNumber = 0.0;
        var meanTime = 0.0;
        for (var i = 0; i < end; i += WIDTH) {
            if (parts[i + CLAIMED] > 0) {
                meanNumber += (parts[i + SEQUENCE] - parts[SEQUENCE]) / (double) count;
                meanTime += (parts[i + AT] - parts[AT]) / (double) count;
            }
        }
        var numbers = 0.0;
        var times = 0.0;
        var both = 0.0;
        for (var i = 0; i < end; i += WIDTH) {
            if (parts[i + CLAIMED] > 0) {
                var number = parts[i + SEQUENCE] - parts[SEQUENCE] - meanNumber;
                var time = parts[i + AT] - parts[AT] - meanTime;
                numbers += number * number;
                times += time * time;
                both += number * time;
            }
        }
        var beat = both / numbers;
        var stray = Math.sqrt(Math.max(0, times - both * beat) / count);
        return beat >= BEAT_MILLIS_MIN && stray <= STRAY_MILLIS;
    }
}

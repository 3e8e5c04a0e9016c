package com.socialflow.platform.limits;

import static com.socialflow.core.Require.require;

import java.time.Duration;

/**
 * Tries that cost more and more time: so many are free, then each has to wait twice as long as the one before.
 *
 * @param free tries that may follow each other at once
 * @param first how long the try after them has to wait
 * @param most no wait is longer, as long as tries are left
 * @param inARow with this try they are used up, and the next has to wait until all are forgotten
 * @param forgotten how long after the last try none of them counts any more
 */
public record Backoff(int free, Duration first, Duration most, int inARow, Duration forgotten) {

    /** A doubling beyond it would exceed any wait. */
    private static final int DOUBLINGS_MAX = 30;

    public Backoff {
        require(free > 0 && inARow > free, "some tries are free, and not all");
        require(
                first.isPositive() && most.compareTo(first) >= 0 && forgotten.compareTo(most) > 0,
                "waits grow, and end before they are forgotten");
    }

    /** How long the next try has to wait after so many. */
    Duration waitAfter(int tries) {
        if (tries >= inARow) {
            return forgotten;
        }
        if (tries < free) {
            return Duration.ZERO;
        }
        var wait = first.multipliedBy(1L << Math.min(tries - free, DOUBLINGS_MAX));
        return wait.compareTo(most) < 0 ? wait : most;
    }
}

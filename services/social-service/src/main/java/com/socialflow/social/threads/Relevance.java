package com.socialflow.social.threads;

import java.time.Duration;

/**
 * How relevant a post is among others in the same place: its age, and likes that make it seem younger, each doubling by
 * a day. Reddit's "hot" formula (the logarithm of the votes plus the time, 12.5 hours for a factor of ten; A.
 * Salihefendic, How Reddit ranking algorithms work, 2015), slower, since people come back to a thread for longer. A
 * rank does not change while time passes, so that it can be indexed and be a cursor.
 */
public final class Relevance {

    private static final long DOUBLING_MILLIS = Duration.ofDays(1).toMillis();

    /** Bits of an id below its milliseconds. */
    private static final int ID_BITS_BELOW_TIME = 22;

    private Relevance() {}

    /** What so many likes add to an id, in units of ids. */
    public static long boost(long likes) {
        var doublings = Math.log1p(Math.max(0, likes)) / Math.log(2);
        return (long) (doublings * DOUBLING_MILLIS) << ID_BITS_BELOW_TIME;
    }

    /** The rank of a post with this id; the greatest is the most relevant. */
    static long rank(long id, long likes) {
        return id + boost(likes);
    }
}

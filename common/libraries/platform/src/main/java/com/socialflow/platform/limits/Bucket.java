package com.socialflow.platform.limits;

/**
 * A bucket of tokens that fills evenly, written as the time at which it will be full again (the generic cell rate
 * algorithm, ITU-T I.371): one number holds both what is in it and since when.
 *
 * @param intervalNanos in which one token comes
 * @param capacityNanos in which the whole bucket fills
 */
record Bucket(long intervalNanos, long capacityNanos) {

    static Bucket of(Rate rate) {
        return new Bucket(rate.intervalNanos(), Math.multiplyExact(rate.intervalNanos(), rate.burst()));
    }

    /** When it will be full after a token is taken now; may be more than a capacity away, and is not possible then. */
    long fullAfterTake(long fullAt, long now) {
        // A clock that was set back must not make anybody wait for longer than a whole bucket takes.
        return Math.clamp(fullAt, now, now + capacityNanos) + intervalNanos;
    }

    boolean possible(long fullAfter, long now) {
        return fullAfter - now <= capacityNanos;
    }

    /** Where the bucket stands that will be full in so long. */
    Standing standing(long nanosToFull) {
        return new Standing(true, (capacityNanos - nanosToFull) / intervalNanos, seconds(nanosToFull));
    }

    /** Where it stands when it has no token for so long. */
    Standing empty(long nanosToToken) {
        return new Standing(false, 0, Math.max(1, seconds(nanosToToken)));
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(Math.max(0, nanos), 1_000_000_000L);
    }

    /**
     * What somebody has left.
     *
     * @param allowed whether this request may be made
     * @param remaining how many more may be made at once
     * @param seconds until all are possible again; of one that is refused, until the next is
     */
    record Standing(boolean allowed, long remaining, long seconds) {}
}

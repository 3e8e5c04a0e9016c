package com.socialflow.viewcount.counts;

import java.time.Duration;
import java.time.Instant;

/** Hours, counted from 1970 on, in UTC. */
public final class Hours {

    private static final long MILLIS = Duration.ofHours(1).toMillis();

    private Hours() {}

    public static long of(Instant time) {
        return ofMillis(time.toEpochMilli());
    }

    static long ofMillis(long time) {
        return Math.floorDiv(time, MILLIS);
    }

    /** When the hour begins. */
    public static Instant begin(long hour) {
        return Instant.ofEpochMilli(hour * MILLIS);
    }
}

package com.socialflow.analytics.cells;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How long the pieces of time are that cells count in. They begin with the epoch, so that days are UTC's. */
public enum Granularity {
    MINUTE(Duration.ofMinutes(1)),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1));

    private final Duration length;

    Granularity(Duration length) {
        this.length = length;
    }

    public Duration length() {
        return length;
    }

    /** When the piece of time begins that this moment is in, both in milliseconds since 1970. */
    public long start(long millis) {
        return millis - Math.floorMod(millis, length.toMillis());
    }

    /** When the piece of time begins that this moment is in. */
    public Instant start(Instant time) {
        return Instant.ofEpochMilli(start(time.toEpochMilli()));
    }

    /** As it is called in the API and in the names of tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package com.socialflow.social.timelines;

import com.socialflow.social.homes.HomeEntry;
import com.socialflow.social.views.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Positions are time-ordered ids: milliseconds since 2020, and 22 bits that tell apart those of one. */
final class Positions {

    private static final long EPOCH_MILLIS =
            Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final int TIME_SHIFT = 22;

    /** From when an id is made until its row is there for everybody: longer than any transaction takes. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(5);

    private Positions() {}

    /** The first position of that time. */
    static long at(Instant time) {
        return atMillis(time.toEpochMilli());
    }

    private static long atMillis(long millis) {
        return Math.max(0, millis - EPOCH_MILLIS) << TIME_SHIFT;
    }

    /** So long before a position. */
    static long before(long position, Duration time) {
        return Math.max(0, (position >> TIME_SHIFT) - time.toMillis()) << TIME_SHIFT;
    }

    /** Down from here a reader has seen all that will ever be there, when everything of that time was delivered. */
    static long complete(long deliveredMillis, Clock clock) {
        return atMillis(Math.min(deliveredMillis, clock.millis()) - UNDER_WAY.toMillis());
    }

    /** The same where nothing has to be delivered. */
    static long complete(Clock clock) {
        return complete(Long.MAX_VALUE, clock);
    }

    static HomeEntry homeEntry(Entry entry) {
        return new HomeEntry(entry.position(), entry.post(), entry.repostedBy());
    }
}

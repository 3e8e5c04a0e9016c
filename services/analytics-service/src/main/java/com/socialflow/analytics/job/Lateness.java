package com.socialflow.analytics.job;

import java.time.Duration;

/** How late things come, in the time of the log: when the server received them. */
final class Lateness {

    /** What a beacon tells of lies at most so long before it was received: the rule refuses others as late. */
    static final Duration MAX = Duration.ofHours(24);

    /** How far apart two beacons may be received and yet lie the wrong way round in the log. */
    static final Duration DISORDER = Duration.ofMinutes(10);

    /**
     * A partition from which nothing comes for so long holds nobody up. Only how long things are kept depends on it; a
     * partition that is behind because Kafka was away must not be taken for an empty one.
     */
    static final Duration IDLE = Duration.ofMinutes(10);

    /** Beyond what is promised: what is kept a little too long costs some memory, what goes too early is wrong. */
    static final Duration MARGIN = Duration.ofHours(1);

    private Lateness() {}
}

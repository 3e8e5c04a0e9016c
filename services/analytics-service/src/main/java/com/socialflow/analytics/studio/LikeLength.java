package com.socialflow.analytics.studio;

import com.socialflow.platform.recurring.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How much of videos of like length is played: computed anew every few hours from the last weeks. */
@Component
class LikeLength {

    /** Fewer views say little of what is usual. */
    static final long VIEWS_MIN = 100;

    private static final Duration EVERY = Duration.ofHours(6);
    private static final Duration LOOKED_AT = Duration.ofDays(28);

    /** Days of videos in a sample of one class: some megabytes to read. */
    private static final int SAMPLE = 20_000;

    /** The first class: videos up to 16 seconds. The last: of 36 hours and more. */
    private static final int CLASSES = 15;

    private static final long FIRST_MILLIS = 8_000;

    private final RetentionStore store;
    private final Clock clock;

    LikeLength(RetentionStore store, Clock clock, Recurring recurring) {
        this.store = store;
        this.clock = clock;
        recurring.every(EVERY, "analytics-like-length", this::compute);
    }

    void compute() {
        var now = clock.instant();
        for (var of = 0; of < CLASSES && !Thread.currentThread().isInterrupted(); of++) {
            var to = of == CLASSES - 1 ? Long.MAX_VALUE : FIRST_MILLIS << of + 1;
            var played = store.ofLength(of == 0 ? 1 : FIRST_MILLIS << of, to, now.minus(LOOKED_AT), SAMPLE);
            if (played.views >= VIEWS_MIN) {
                store.putLikeLength(of, played, now);
            }
        }
    }

    /** What is usual for a video of this length; empty while too little is known. */
    Optional<RetentionStore.Played> of(Duration length) {
        return length.isZero() ? Optional.empty() : store.likeLength(classOf(length));
    }

    private static int classOf(Duration length) {
        var doublings = Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, length.toMillis() / FIRST_MILLIS));
        return Math.min(doublings, CLASSES - 1);
    }
}

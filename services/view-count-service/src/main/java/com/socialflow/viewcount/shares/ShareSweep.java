package com.socialflow.viewcount.shares;

import com.socialflow.platform.recurring.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Forgets who shared on days that are over. */
@Component
class ShareSweep {

    private static final Duration EVERY = Duration.ofMinutes(30);

    /** Rows of one transaction: some milliseconds. */
    private static final int BATCH = 1_000;

    private final ShareStore store;
    private final Clock clock;

    ShareSweep(ShareStore store, Clock clock, Recurring recurring) {
        this.store = store;
        this.clock = clock;
        recurring.every(EVERY, "share-sweep", this::run);
    }

    void run() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int some;
        do {
            some = store.deleteBefore(today, BATCH);
        } while (some > 0 && !Thread.currentThread().isInterrupted());
    }
}

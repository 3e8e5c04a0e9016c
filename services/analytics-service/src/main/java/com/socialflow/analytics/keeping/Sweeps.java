package com.socialflow.analytics.keeping;

import com.socialflow.analytics.cells.Granularity;
import com.socialflow.platform.recurring.Recurring;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Removes cells of minutes and hours that nobody asks for any more. Those of days stay. */
@Component
class Sweeps {

    /** Minutes are for what happens now. */
    static final Duration MINUTES_KEPT = Duration.ofDays(7);

    /** 13 months: a year and the month that it is compared with. */
    static final Duration HOURS_KEPT = Duration.ofDays(396);

    private static final Duration EVERY = Duration.ofMinutes(10);

    /** Rows of one transaction: some tens of milliseconds. */
    private static final int BATCH = 1_000;

    private static final Logger log = LoggerFactory.getLogger(Sweeps.class);

    private final SweepStore store;
    private final Clock clock;

    Sweeps(SweepStore store, Clock clock, Recurring recurring) {
        this.store = store;
        this.clock = clock;
        recurring.every(EVERY, "analytics-sweep", this::run);
    }

    void run() {
        sweep(Granularity.MINUTE, MINUTES_KEPT);
        sweep(Granularity.HOUR, HOURS_KEPT);
    }

    private void sweep(Granularity granularity, Duration kept) {
        var before = clock.instant().minus(kept);
        var all = 0;
        int some;
        do {
            some = store.deleteBefore(granularity, before, BATCH);
            all += some;
        } while (some > 0 && !Thread.currentThread().isInterrupted());
        if (all > 0) {
            log.info("{} cells of {}s were old enough to go", all, granularity.word());
        }
    }
}

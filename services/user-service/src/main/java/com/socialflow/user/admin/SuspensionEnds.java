package com.socialflow.user.admin;

import com.socialflow.platform.recurring.Recurring;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Ends suspensions whose time is up. */
@Component
class SuspensionEnds {

    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final int BATCH_MAX = 100;

    private final Suspensions suspensions;
    private final AdminStore store;
    private final Clock clock;

    SuspensionEnds(Suspensions suspensions, AdminStore store, Clock clock, Recurring recurring) {
        this.suspensions = suspensions;
        this.store = store;
        this.clock = clock;
        recurring.every(PERIOD, "suspension-ends", this::round);
    }

    void round() {
        store.suspendedUntil(clock.instant(), BATCH_MAX).forEach(suspensions::restore);
    }
}

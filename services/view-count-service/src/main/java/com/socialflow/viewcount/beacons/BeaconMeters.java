package com.socialflow.viewcount.beacons;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many beacons come, and what becomes of them. */
@Component
class BeaconMeters {

    private static final String RECEIVED = "socialflow.views.received";

    private final MeterRegistry meters;
    private final Counter accepted;
    private final Counter refused;

    BeaconMeters(MeterRegistry meters) {
        this.meters = meters;
        accepted = meters.counter(RECEIVED, "outcome", "accepted", "code", "");
        refused = meters.counter("socialflow.views.refused", "reason", "log");
    }

    /** The beacons of a request were taken, except those. */
    void taken(int count, List<Rejection> except) {
        accepted.increment(count);
        for (var rejection : except) {
            meters.counter(RECEIVED, "outcome", "rejected", "code", rejection.code())
                    .increment();
        }
    }

    /** A request was sent away: the log did not answer. */
    void refused() {
        refused.increment();
    }
}

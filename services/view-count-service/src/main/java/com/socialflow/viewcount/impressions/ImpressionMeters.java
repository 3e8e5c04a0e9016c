package com.socialflow.viewcount.impressions;

import com.socialflow.viewcount.beacons.Rejection;
import com.socialflow.views.ImpressionRule;
import com.socialflow.views.Impressions;
import com.socialflow.views.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many impressions come, what becomes of them, and which of those that are kept will not count. */
@Component
class ImpressionMeters {

    private static final String RECEIVED = "socialflow.impressions.received";

    private final MeterRegistry meters;
    private final Counter accepted;
    private final Counter refused;
    private final Map<Reason, Counter> uncounted = new EnumMap<>(Reason.class);

    ImpressionMeters(MeterRegistry meters) {
        this.meters = meters;
        accepted = meters.counter(RECEIVED, "outcome", "accepted", "code", "");
        refused = meters.counter("socialflow.impressions.refused", "reason", "log");
        for (var reason : ImpressionRule.REASONS) {
            uncounted.put(reason, meters.counter("socialflow.impressions.uncounted", "reason", reason.code()));
        }
    }

    /** Those of a request are in the log, except some. */
    void taken(Impressions told, List<Rejection> except) {
        accepted.increment(told.shown().size());
        for (var one : told.shown()) {
            ImpressionRule.reject(told, one).map(uncounted::get).ifPresent(Counter::increment);
        }
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

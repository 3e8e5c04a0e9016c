package com.socialflow.viewcount.counts;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** How counting goes. */
@Component
class CountMetrics {

    private static final String VALID = "valid";

    private final MeterRegistry meters;
    private final Clock clock;
    private final Counter counted;
    private final Counter unreadable;
    private final Counter late;
    private final Counter elsewhere;
    private final Counter crowded;
    private final Timer batches;
    private final Timer scripts;
    private final AtomicLong newestMillis;
    private volatile boolean reached = true;

    CountMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.counted = meters.counter("socialflow.views.beacons", "outcome", "counted");
        this.unreadable = meters.counter("socialflow.views.beacons", "outcome", "unreadable");
        this.late = meters.counter("socialflow.views.beacons", "outcome", "late");
        this.elsewhere = meters.counter("socialflow.views.refused", "reason", "elsewhere");
        this.crowded = meters.counter("socialflow.views.refused", "reason", "crowds");
        this.batches = meters.timer("socialflow.views.batch");
        this.scripts = meters.timer("socialflow.views.script");
        this.newestMillis = new AtomicLong(clock.millis());
        meters.gauge("socialflow.views.lag.seconds", this, CountMetrics::lagSeconds);
    }

    void counted(int beacons, Duration took, long newest) {
        counted.increment(beacons);
        batches.record(took);
        newestMillis.set(newest);
        reached = false;
    }

    /** What a batch added to the counts of hours. A view that is judged anew is counted anew: these never fall. */
    void judged(Cells cells) {
        cells.counts().forEach((name, count) -> {
            if (count > 0 && !name.equals(Cells.RAW) && !name.equals(Cells.WATCHED)) {
                var reason = name.equals(Cells.VIEWS) ? VALID : name;
                meters.counter("socialflow.views.judged", "reason", reason).increment(count);
            }
        });
    }

    /** Runs the script of a batch. */
    <T> T script(Supplier<T> run) {
        return scripts.record(run);
    }

    void unreadable() {
        unreadable.increment();
    }

    void late() {
        late.increment();
    }

    void elsewhere() {
        elsewhere.increment();
    }

    void crowded() {
        crowded.increment();
    }

    /** Nothing is left to count. */
    void reached() {
        reached = true;
    }

    /** How old the newest counted beacon is, while there are newer ones. */
    private double lagSeconds() {
        return reached ? 0 : Math.max(0, clock.millis() - newestMillis.get()) / 1e3;
    }
}

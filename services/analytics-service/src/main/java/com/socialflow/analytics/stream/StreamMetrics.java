package com.socialflow.analytics.stream;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the stream job goes on in this process. */
@Component
class StreamMetrics {

    private final Clock clock;
    private final AtomicLong restartsBefore = new AtomicLong();
    private volatile @Nullable RunningStream stream;
    private volatile long sinceMillis;

    StreamMetrics(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        FunctionCounter.builder("socialflow.analytics.job.restarts", this, StreamMetrics::restarts)
                .description("How often the stream job went on after a failure")
                .register(meters);
        meters.gauge("socialflow.analytics.checkpoint.age.seconds", this, StreamMetrics::checkpointAgeSeconds);
    }

    void runs(RunningStream begun) {
        sinceMillis = clock.millis();
        stream = begun;
    }

    /** The job is no more, and is begun again if that was a failure. */
    void ended(boolean failed) {
        var last = stream;
        stream = null;
        restartsBefore.addAndGet((last == null ? 0 : last.progress().restarts()) + (failed ? 1 : 0));
    }

    private double restarts() {
        var current = stream;
        return restartsBefore.get() + (current == null ? 0 : current.progress().restarts());
    }

    /** 0 where the job does not run. The first checkpoint is awaited from the beginning on. */
    private double checkpointAgeSeconds() {
        var current = stream;
        return current == null
                ? 0
                : Math.max(
                                0,
                                clock.millis()
                                        - Math.max(
                                                sinceMillis, current.progress().checkpointMillis()))
                        / 1e3;
    }
}

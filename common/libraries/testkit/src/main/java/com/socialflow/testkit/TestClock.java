package com.socialflow.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. Several threads may read it. */
public final class TestClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    /** Standing at the time. */
    public TestClock(Instant now) {
        this(new AtomicReference<>(now), ZoneOffset.UTC);
    }

    private TestClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Standing at 2030-01-01T12:00:00Z. */
    public static TestClock atNoon() {
        return new TestClock(Instant.parse("2030-01-01T12:00:00Z"));
    }

    /** Moves it, back too when the duration is negative. */
    public void advance(Duration duration) {
        now.updateAndGet(time -> time.plus(duration));
    }

    public void set(Instant time) {
        now.set(time);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** Shows the same time: moving either moves both. */
    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(now, other);
    }
}

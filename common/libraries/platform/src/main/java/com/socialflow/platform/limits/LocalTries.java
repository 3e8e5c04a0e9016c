package com.socialflow.platform.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts in this process alone. */
final class LocalTries implements Tries {

    /** About 20 MB. Beyond it, counting starts anew rather than filling the memory. */
    private static final int KEYS_MAX = 100_000;

    private final Clock clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    private record Count(int tries, Instant until) {}

    LocalTries(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Duration take(String key, Allowance allowance) {
        var now = clock.instant();
        makeRoom(now);
        var wait = new Duration[] {Duration.ZERO};
        counts.compute(key, (_, count) -> {
            if (count == null || !now.isBefore(count.until())) {
                return new Count(1, now.plus(allowance.in()));
            }
            if (count.tries() >= allowance.tries()) {
                wait[0] = Duration.between(now, count.until());
                return count;
            }
            return new Count(count.tries() + 1, count.until());
        });
        return wait[0];
    }

    private void makeRoom(Instant now) {
        if (counts.size() < KEYS_MAX) {
            return;
        }
        counts.values().removeIf(count -> !now.isBefore(count.until()));
        if (counts.size() >= KEYS_MAX) {
            counts.clear();
        }
    }

    @Override
    public void giveBack(String key) {
        counts.computeIfPresent(
                key, (_, count) -> count.tries() > 1 ? new Count(count.tries() - 1, count.until()) : null);
    }

    @Override
    public void forget(String key) {
        counts.remove(key);
    }
}

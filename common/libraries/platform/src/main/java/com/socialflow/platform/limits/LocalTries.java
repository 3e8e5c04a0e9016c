package com.socialflow.platform.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts in this process alone. */
final class LocalTries implements Tries {

    /** About 20 MB. Beyond it, counting starts anew rather than filling the memory. */
    private static final int KEYS_MAX = 100_000;

    private final Clock clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    private final Map<String, Strikes> strikes = new ConcurrentHashMap<>();

    private record Count(int tries, Instant until) {}

    private record Strikes(int tries, Instant next, Instant until) {}

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

    @Override
    public Duration take(List<Counted> all) {
        var now = clock.instant();
        makeRoom(now);
        synchronized (strikes) {
            for (var counted : all) {
                var before = strikes.get(counted.key());
                if (before != null && now.isBefore(before.until()) && now.isBefore(before.next())) {
                    return Duration.between(now, before.next());
                }
            }
            all.forEach(counted -> strike(counted.key(), counted.backoff(), now));
        }
        return Duration.ZERO;
    }

    private void strike(String key, Backoff backoff, Instant now) {
        var before = strikes.get(key);
        var tries = before == null || !now.isBefore(before.until()) ? 1 : before.tries() + 1;
        var wait = backoff.waitAfter(tries);
        // Whoever read the clock a little earlier need not wait for a try that costs nothing.
        var next = wait.isZero() ? Instant.MIN : now.plus(wait);
        strikes.put(key, new Strikes(tries, next, now.plus(backoff.forgotten())));
    }

    @Override
    public void settle(List<Counted> forgotten, List<Counted> givenBack) {
        synchronized (strikes) {
            forgotten.forEach(counted -> strikes.remove(counted.key()));
            givenBack.forEach(counted -> strikes.computeIfPresent(
                    counted.key(),
                    (_, made) -> made.tries() > 1 ? new Strikes(made.tries() - 1, Instant.MIN, made.until()) : null));
        }
    }

    private void makeRoom(Instant now) {
        if (counts.size() + strikes.size() < KEYS_MAX) {
            return;
        }
        counts.values().removeIf(count -> !now.isBefore(count.until()));
        strikes.values().removeIf(made -> !now.isBefore(made.until()));
        if (counts.size() + strikes.size() >= KEYS_MAX) {
            counts.clear();
            strikes.clear();
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
        strikes.remove(key);
    }
}

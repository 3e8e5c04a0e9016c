package com.socialflow.viewcount.clients;

import com.socialflow.platform.recurring.Recurring;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What addresses are hashed with: another salt each day (UTC), the same in all processes. It is destroyed 25 hours
 * after the day's begin, an hour after its last use, so that clocks may differ; then nobody can say any more which
 * address a hash is of.
 */
@Component
class Salts {

    static final Duration KEPT = Duration.ofHours(25);

    /** The next day's is made so long before, so that midnight needs no database. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final int BYTES = 32;

    private record OfDay(LocalDate day, byte[] bytes) {}

    private final SaltStore store;
    private final SecureRandom random;
    private final Clock clock;
    private volatile @Nullable OfDay today;
    private volatile @Nullable OfDay tomorrow;

    Salts(SaltStore store, SecureRandom random, Clock clock, Recurring recurring) {
        this.store = store;
        this.random = random;
        this.clock = clock;
        recurring.every(EVERY, "view-salts", this::tend);
    }

    /** The salt of the day of this moment. */
    byte[] at(Instant moment) {
        var day = day(moment);
        var known = today;
        if (known != null && known.day().equals(day)) {
            return known.bytes();
        }
        var next = tomorrow;
        var found = next != null && next.day().equals(day) ? next : load(day);
        today = found;
        return found.bytes();
    }

    private OfDay load(LocalDate day) {
        var fresh = new byte[BYTES];
        random.nextBytes(fresh);
        store.offer(day, fresh);
        return new OfDay(day, store.get(day));
    }

    /** Ends what is over, here and in the database, and makes what will be needed. */
    void tend() {
        var now = clock.instant();
        var over = day(now.minus(KEPT));
        store.deleteUntil(over);
        var known = today;
        if (known != null && !known.day().isAfter(over)) {
            today = null;
        }
        var coming = day(now.plus(AHEAD));
        var next = tomorrow;
        if (!coming.equals(day(now)) && (next == null || !next.day().equals(coming))) {
            tomorrow = load(coming);
        }
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}

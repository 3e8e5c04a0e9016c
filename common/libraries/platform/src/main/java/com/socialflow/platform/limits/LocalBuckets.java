package com.socialflow.platform.limits;

import com.socialflow.platform.limits.Bucket.Standing;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Buckets in this process alone. */
final class LocalBuckets {

    /** About 10 MB. Beyond it those that are full go, and if they are few, all: rather than filling the memory. */
    private static final int KEYS_MAX = 100_000;

    private static final long NANOS_A_MILLI = 1_000_000;

    private final Clock clock;
    private final Map<Key, Long> fullAt = new ConcurrentHashMap<>();

    /** Whose bucket of which class. */
    record Key(RouteClass of, Object who) {}

    LocalBuckets(Clock clock) {
        this.clock = clock;
    }

    Standing take(Key key, Bucket bucket) {
        var now = clock.millis() * NANOS_A_MILLI;
        makeRoom(now);
        while (true) {
            var before = fullAt.get(key);
            var after = bucket.fullAfterTake(before == null ? now : before, now);
            if (!bucket.possible(after, now)) {
                return bucket.empty(after - now - bucket.capacityNanos());
            }
            if (before == null ? fullAt.putIfAbsent(key, after) == null : fullAt.replace(key, before, after)) {
                return bucket.standing(after - now);
            }
        }
    }

    private void makeRoom(long now) {
        if (fullAt.size() < KEYS_MAX) {
            return;
        }
        fullAt.values().removeIf(full -> full <= now);
        if (fullAt.size() > KEYS_MAX / 2) {
            fullAt.clear();
        }
    }
}

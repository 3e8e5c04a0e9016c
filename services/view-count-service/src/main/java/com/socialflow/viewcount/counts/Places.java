package com.socialflow.viewcount.counts;

import com.socialflow.viewcount.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where in the log counting goes on: at the offset in Redis, and in an empty Redis from the ledger on. */
@Component
class Places {

    /**
     * Counting begins so long before the first hour that the ledger lacks. A watch that was heard of since then is
     * known from its first beacon on, and one that was known before is forgotten by then.
     */
    static final Duration RUN_UP = Duration.ofHours(26);

    private static final Logger log = LoggerFactory.getLogger(Places.class);

    private final CountRedis redis;
    private final Ledger ledger;
    private final LogOffsets beacons;

    Places(CountRedis redis, Ledger ledger, LogOffsets beacons) {
        this.redis = redis;
        this.ledger = ledger;
        this.beacons = beacons;
    }

    /** Whether anybody has made the log. */
    boolean exist() {
        return !beacons.ends().isEmpty();
    }

    /** The offset that the partition goes on from. */
    long of(int partition) {
        var known = redis.positions();
        var next = known.next().get(partition);
        if (next != null) {
            return next;
        }
        // The ledger is asked after Redis: what it lacks then is still to be counted.
        begin(partition, known.floor().orElseGet(ledger::closedUntil));
        // Another process may have begun first, or from another floor.
        return of(partition);
    }

    /**
     * Takes out of the places those that Redis does not know like that. A Redis that lost something refuses the next
     * batch; where nobody plays there is none, and nobody would read again what was lost.
     */
    void forgetMoved(Map<Integer, Long> places) {
        var known = redis.positions().next();
        places.entrySet().removeIf(place -> !place.getValue().equals(known.get(place.getKey())));
    }

    private void begin(int partition, long floor) {
        var start = floor == 0
                ? beacons.firstSince(partition, Instant.EPOCH)
                : beacons.firstSince(partition, Hours.begin(floor).minus(RUN_UP));
        var end = beacons.ends().getOrDefault(partition, start);
        redis.begin(partition, start, end, floor);
        log.info(
                "counting partition {} from offset {} of {}, hours from {}", partition, start, end, Hours.begin(floor));
    }
}

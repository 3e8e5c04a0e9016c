package com.socialflow.analytics.recent;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.views.Beacon;
import com.socialflow.views.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts plays as they begin, whether they will be views or not: to look at, and not to be paid by. After a restart
 * some may be counted twice. What is older than this shows is left to the stream.
 */
@Component
public class RecentPlays {

    /** Shown is the last minute. */
    private static final Duration KEPT = Duration.ofMinutes(3);

    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

    /** Videos and seconds in one statement; what begins beyond that in one second is not shown. */
    private static final int ROWS_MAX = 2_000;

    private final RecentPlayStore store;
    private final Clock clock;

    RecentPlays(RecentPlayStore store, Clock clock, Recurring recurring) {
        this.store = store;
        this.clock = clock;
        recurring.every(SWEEP_EVERY, "recent-plays-sweep", this::sweep);
    }

    record Second(VideoId video, Instant time) {}

    /** Counts those of the beacons that begin a play now. */
    public void add(Iterable<Beacon> beacons) {
        var since = clock.instant().minus(KEPT).toEpochMilli();
        var plays = new HashMap<Second, Long>();
        for (var beacon : beacons) {
            if (begins(beacon) && beacon.moment().receivedMillis() > since && plays.size() < ROWS_MAX) {
                var second =
                        Instant.ofEpochMilli(beacon.moment().receivedMillis()).truncatedTo(ChronoUnit.SECONDS);
                plays.merge(new Second(beacon.video(), second), 1L, Long::sum);
            }
        }
        if (!plays.isEmpty()) {
            store.add(plays);
        }
    }

    /** Of the person's videos, or of one of them, by second; seconds without any are left out. */
    public Map<Instant, Long> of(AccountId owner, VideoId video, Instant from) {
        return store.find(owner, video, from);
    }

    /** Of all the person's videos. */
    public Map<Instant, Long> of(AccountId owner, Instant from) {
        return store.find(owner, null, from);
    }

    void sweep() {
        store.deleteBefore(clock.instant().minus(KEPT));
    }

    private static boolean begins(Beacon beacon) {
        return beacon.part().event() == Event.START || beacon.sequence() == 0;
    }
}

package com.socialflow.viewcount.counts;

import com.socialflow.core.VideoId;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.viewcount.ledger.Closed;
import com.socialflow.viewcount.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Writes hours into the ledger once nothing changes them any more, and forgets then what Redis keeps of them.
 *
 * <p>An hour is over for good when everything is counted that was received until {@link #CLOSED_AFTER} its end. It is
 * the log's own time that says so, not an expiry in Redis: a program that was off for a night has the night's beacons
 * still before it and needs all that it knew.
 */
@Component
class Closing {

    /** A beacon tells of the last 24 hours at most, and a watch lasts an hour from its first beacon on. */
    static final Duration CLOSED_AFTER = Duration.ofHours(25);

    /** Processes' clocks differ, and a beacon takes its time from its receipt into the log. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(Closing.class);

    /** Everything received before the time lies before the ends. */
    private record Mark(Instant time, Map<Integer, Long> ends) {}

    private final CountRedis redis;
    private final Ledger ledger;
    private final LogOffsets beacons;
    private final Clock clock;
    private @Nullable Mark mark;

    @Autowired
    Closing(CountRedis redis, Ledger ledger, LogOffsets beacons, Clock clock, Recurring recurring) {
        this(redis, ledger, beacons, clock);
        recurring.every(PAUSE, "view-hours", this::round);
    }

    Closing(CountRedis redis, Ledger ledger, LogOffsets beacons, Clock clock) {
        this.redis = redis;
        this.ledger = ledger;
        this.beacons = beacons;
        this.clock = clock;
    }

    /** Closes what can be. */
    void round() {
        try {
            var known = mark == null ? take() : mark;
            // A log without partitions is one that nobody has made yet.
            if (!known.ends().isEmpty() && redis.positions().reached(known.ends())) {
                closeBefore(Hours.of(known.time().minus(CLOSED_AFTER)), known.ends());
                known = take();
            }
            mark = known.ends().isEmpty() ? null : known;
        } catch (DataAccessResourceFailureException | IllegalStateException e) {
            log.info("hours of views are closed later: {}", e.toString());
        }
    }

    /** The time first: what is received after it may lie before the ends, and does no harm there. */
    private Mark take() {
        var time = clock.instant().minus(MARGIN);
        return new Mark(time, beacons.ends());
    }

    private void closeBefore(long end, Map<Integer, Long> ends) {
        var closed = ledger.closedUntil();
        for (var hour : redis.hours().headSet(end)) {
            if (hour >= closed) {
                if (!write(hour, ends)) {
                    return;
                }
                ledger.close(hour);
            }
            if (!forget(hour, ends)) {
                return;
            }
        }
        if (end > closed) {
            ledger.close(end - 1);
        }
    }

    /** Whether all of it is written. */
    private boolean write(long hour, Map<Integer, Long> ends) {
        var written = new HashSet<VideoId>();
        var cursor = "0";
        do {
            var arguments = Stream.concat(
                    Stream.of(redis.keys().prefix(), Long.toString(hour), cursor)
                            .map(CountRedis::bytes),
                    CountRedis.ends(ends).stream());
            var page = redis.run(Script.READ_HOUR, List.of(redis.keys().positions()), arguments);
            cursor = CountRedis.text(page.getFirst());
            if (cursor.equals("BEHIND")) {
                return false;
            }
            write(hour, page, written);
        } while (!cursor.equals("0"));
        log.info("views of {} videos in the hour of {} are in the ledger", written.size(), Hours.begin(hour));
        return true;
    }

    /** A page may hold a video again that was on one before. */
    private void write(long hour, List<byte[]> page, Set<VideoId> written) {
        var closed = new ArrayList<Closed>();
        var viewers = new ArrayList<Long>();
        var at = 1;
        while (at < page.size()) {
            var video = new VideoId(Long.parseLong(CountRedis.text(page.get(at))));
            var cells = Integer.parseInt(CountRedis.text(page.get(at + 3)));
            if (written.add(video)) {
                var tally = new Cells();
                for (var i = at + 4; i < at + 4 + cells; i += 2) {
                    tally.add(CountRedis.text(page.get(i)), Long.parseLong(CountRedis.text(page.get(i + 1))));
                }
                // Views may have come and gone: to an earlier hour, of which something came later.
                if (!tally.counts().isEmpty()) {
                    closed.add(new Closed(video, tally.sum(), page.get(at + 1)));
                    viewers.add(Long.parseLong(CountRedis.text(page.get(at + 2))));
                }
            }
            at += 4 + cells;
        }
        if (!closed.isEmpty()) {
            ledger.write(hour, closed, viewers);
        }
    }

    /** Whether nothing is left of it. */
    private boolean forget(long hour, Map<Integer, Long> ends) {
        while (true) {
            var arguments = Stream.concat(
                    Stream.of(redis.keys().prefix(), Long.toString(hour)).map(CountRedis::bytes),
                    CountRedis.ends(ends).stream());
            var answer = redis.run(Script.FORGET_HOUR, List.of(redis.keys().positions()), arguments);
            switch (CountRedis.text(answer.getFirst())) {
                case "DONE" -> {
                    return true;
                }
                case "MORE" -> {
                    // The next part.
                }
                default -> {
                    return false;
                }
            }
        }
    }
}

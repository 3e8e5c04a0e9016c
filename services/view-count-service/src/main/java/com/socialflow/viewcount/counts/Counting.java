package com.socialflow.viewcount.counts;

import com.socialflow.core.VideoId;
import com.socialflow.viewcount.ledger.Ledger;
import com.socialflow.views.Beacon;
import com.socialflow.views.CrowdKey;
import com.socialflow.views.RuleSettings;
import com.socialflow.views.ViewRule;
import com.socialflow.views.Watch;
import com.socialflow.views.WatchKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Counts batches: reads what is known, judges, and writes what differs by one script. */
@Component
class Counting {

    /** Another process changed a crowd meanwhile; more often in a row is not that. */
    private static final int TRIES_MAX = 20;

    /** What the script says when it has counted. */
    private static final String COUNTED = "COUNTED";

    private static final long LATE_MILLIS = RuleSettings.PUBLIC.lateMillis();

    /** What became of a batch. */
    sealed interface Outcome {
        record Counted() implements Outcome {}

        /** A partition does not stand where the batch begins: nothing was counted. */
        record Elsewhere() implements Outcome {}
    }

    private final CountRedis redis;
    private final Ledger ledger;
    private final ViewRule rule;
    private final Clock clock;
    private final CountMetrics metrics;

    Counting(CountRedis redis, Ledger ledger, ViewRule rule, Clock clock, CountMetrics metrics) {
        this.redis = redis;
        this.ledger = ledger;
        this.rule = rule;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Counts the batch, once however often it comes.
     *
     * @throws DataAccessResourceFailureException when Redis is away; whether it was counted, Redis knows
     */
    Outcome count(Batch batch) {
        var began = System.nanoTime();
        var sessions = sessions(batch);
        for (var tries = 0; tries < TRIES_MAX; tries++) {
            var known = Known.read(redis, rule, sessions);
            if (!batch.follows(known.positions())) {
                metrics.elsewhere();
                return new Outcome.Elsewhere();
            }
            switch (write(batch, known, changes(sessions, known))) {
                case COUNTED -> {
                    var newest = batch.beacons().stream()
                            .mapToLong(beacon -> beacon.moment().receivedMillis())
                            .max();
                    metrics.counted(
                            batch.beacons().size(),
                            Duration.ofNanos(System.nanoTime() - began),
                            newest.orElseGet(clock::millis));
                    return new Outcome.Counted();
                }
                case "CROWDS" -> metrics.crowded();
                default -> {
                    metrics.elsewhere();
                    return new Outcome.Elsewhere();
                }
            }
        }
        throw new DataAccessResourceFailureException("crowds change faster than they are counted");
    }

    /** What came too late is of an hour that may be closed: it makes no view and changes none. */
    private Map<WatchKey, List<Beacon>> sessions(Batch batch) {
        var sessions = new LinkedHashMap<WatchKey, List<Beacon>>();
        for (var beacon : batch.beacons()) {
            var moment = beacon.moment();
            if (moment.receivedMillis() - moment.atMillis() > LATE_MILLIS) {
                metrics.late();
            } else {
                sessions.computeIfAbsent(beacon.watch(), _ -> new ArrayList<>()).add(beacon);
            }
        }
        return sessions;
    }

    private List<Change> changes(Map<WatchKey, List<Beacon>> sessions, Known known) {
        var changes = new ArrayList<Change>();
        sessions.forEach((key, beacons) -> change(key, beacons, known, changes));
        return changes;
    }

    /** A name may end a watch and begin another one within one batch. */
    private void change(WatchKey key, List<Beacon> beacons, Known known, List<Change> changes) {
        var kept = known.has(key);
        var before = known.watch(key);
        var now = before;
        var some = new ArrayList<Beacon>();
        for (var beacon : beacons) {
            if (Watch.ended(now.heardMillis(), beacon)) {
                if (!some.isEmpty()) {
                    changes.add(change(key, kept, before, now, some));
                    kept = true;
                    some = new ArrayList<>();
                }
                before = HeardWatch.of(rule, new byte[0]);
                now = before;
            }
            now = new HeardWatch(
                    now.watch().over(beacon) ? now.watch() : now.watch().with(beacon),
                    Math.max(now.heardMillis(), beacon.moment().receivedMillis()));
            some.add(beacon);
        }
        changes.add(change(key, kept, before, now, some));
    }

    private static Change change(WatchKey key, boolean kept, HeardWatch before, HeardWatch now, List<Beacon> beacons) {
        return new Change(key, kept, now, before.watch().view(), now.watch().view(), beacons);
    }

    private String write(Batch batch, Known known, List<Change> changes) {
        known.readCrowds(
                redis,
                changes.stream()
                        .flatMap(change -> Stream.of(change.before(), change.after())
                                .flatMap(Optional::stream)
                                .flatMap(view -> CrowdKey.of(change.key().video(), view).stream()))
                        .toList());
        var judging = new Judging(known.crowds(), known.floor());
        judging.judge(changes);
        var script = new CountScript(redis.keys(), clock.millis());
        script.positions(batch);
        script.crowds(known.crowds());
        script.watches(changes);
        script.cells(judging.cells(), changes);
        script.viewers(judging, changes, known, this::sketches);
        script.live(changes);
        var outcome = CountRedis.text(metrics.script(() -> redis.run(Script.COUNT, script.keys(), script.arguments()))
                .getFirst());
        if (outcome.equals(COUNTED)) {
            judging.cells().values().forEach(hours -> hours.values().forEach(metrics::judged));
        }
        return outcome;
    }

    private Map<VideoId, byte[]> sketches(List<VideoId> videos) {
        return videos.isEmpty() ? Map.of() : ledger.sketches(videos);
    }
}

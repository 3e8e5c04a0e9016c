package com.socialflow.analytics.batch;

import com.socialflow.analytics.archive.Archive;
import com.socialflow.analytics.cells.Cell;
import com.socialflow.analytics.cells.CellKey;
import com.socialflow.analytics.cells.Sighting;
import com.socialflow.analytics.cells.Viewing;
import com.socialflow.core.VideoId;
import com.socialflow.proto.analytics.v1.Contribution;
import com.socialflow.views.Beacon;
import com.socialflow.views.Crowd;
import com.socialflow.views.CrowdKey;
import com.socialflow.views.RuleSettings;
import com.socialflow.views.Session;
import com.socialflow.views.Verdict;
import com.socialflow.views.ViewRule;
import com.socialflow.views.Watch;
import com.socialflow.views.WatchKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * Counts cells anew from the archived log, by the code that the stream counts with: the beacons of a session's hour
 * make a viewing, viewings of one network and hour a crowd, and what stands before both is counted. So are impressions.
 */
final class Recount {

    /** A beacon of a view comes at most a day after the view's last part, which ends within an hour; and some more. */
    private static final Duration AFTER = Duration.ofHours(27);

    /** Of a view that watched across the begin, and of those beside it in the crowd. */
    private static final Duration BEFORE = Duration.ofHours(3);

    /** Whether a beacon begins another watch of its name depends on what was heard so long before. */
    private static final Duration HEARD = BEFORE.plusMillis(Watch.LASTS_MILLIS);

    private final Archive archive;
    private final ViewRule rule = new ViewRule(RuleSettings.PUBLIC);

    Recount(Archive archive) {
        this.archive = archive;
    }

    /** Cells of these videos whose piece of time begins in the span, of every granularity. */
    Map<CellKey, Cell> cells(Instant from, Instant to, LongPredicate videos) {
        var viewings = viewings(from, to, videos);
        var crowds = new HashMap<CrowdKey, Crowd>();
        viewings.forEach(one -> one.viewing
                .view()
                .ifPresent(view -> CrowdKey.of(one.video, view)
                        .ifPresent(crowd -> crowds.merge(crowd, rule.crowd().with(view), Crowd::merge))));
        var cells = new HashMap<CellKey, Cell>();
        viewings.forEach(one -> one.viewing.contribution().ifPresent(alone -> {
            var view = judged(alone, one.video, one.viewing, crowds);
            add(view, from, to, cells);
        }));
        sightings(from, to, videos).forEach((_, sighting) -> add(sighting, from, to, cells));
        return cells;
    }

    private static void add(Contribution one, Instant from, Instant to, Map<CellKey, Cell> cells) {
        for (var cell : CellKey.of(one)) {
            var start = Instant.ofEpochMilli(cell.start());
            if (!start.isBefore(from) && start.isBefore(to)) {
                cells.computeIfAbsent(cell, Cell::new).apply(null, one);
            }
        }
    }

    private record Seen(Session session, long key) {}

    private Map<Seen, Contribution> sightings(Instant from, Instant to, LongPredicate videos) {
        var sightings = new HashMap<Seen, Contribution>();
        archive.readImpressions(from.minus(BEFORE), to.plus(AFTER), told -> {
            for (var one : told.shown()) {
                if (videos.test(one.video().value())) {
                    var seen = new Seen(told.session(), one.key());
                    Sighting.of(told, one).ifPresent(said -> sightings.merge(seen, said, Sighting::merge));
                }
            }
        });
        return sightings;
    }

    /** A viewing, and when its newest beacon was received. */
    private static final class Heard {

        private final VideoId video;
        private Viewing viewing;
        private long heard;

        Heard(Beacon first, Viewing nothing) {
            video = first.video();
            viewing = nothing;
            heard = first.moment().receivedMillis();
        }

        void hear(Beacon beacon) {
            heard = Math.max(heard, beacon.moment().receivedMillis());
            viewing = viewing.with(beacon);
        }
    }

    /** A name may have several, one after the other. */
    private List<Heard> viewings(Instant from, Instant to, LongPredicate videos) {
        var all = new ArrayList<Heard>();
        var newest = new HashMap<WatchKey, Heard>();
        archive.read(from.minus(HEARD), to.plus(AFTER), beacon -> {
            if (videos.test(beacon.video().value()) && !Viewing.late(beacon)) {
                var known = newest.get(beacon.watch());
                if (known == null || Watch.ended(known.heard, beacon)) {
                    known = new Heard(beacon, Viewing.begin(rule));
                    newest.put(beacon.watch(), known);
                    all.add(known);
                }
                known.hear(beacon);
            }
        });
        return all;
    }

    private static Contribution judged(
            Contribution alone, VideoId video, Viewing viewing, Map<CrowdKey, Crowd> crowds) {
        var crowd = viewing.view().flatMap(view -> CrowdKey.of(video, view)).map(crowds::get);
        return alone.getValid() && crowd.filter(Recount::rejected).isPresent()
                ? alone.toBuilder().setValid(false).build()
                : alone;
    }

    private static boolean rejected(Crowd crowd) {
        return crowd.verdict() instanceof Verdict.Rejected;
    }
}

package com.socialflow.analytics.stream;

import static java.util.Objects.requireNonNull;

import com.socialflow.analytics.cells.Cell;
import com.socialflow.analytics.cells.CellKey;
import com.socialflow.analytics.cells.Sighting;
import com.socialflow.analytics.cells.Viewing;
import com.socialflow.core.VideoId;
import com.socialflow.proto.analytics.v1.CellRow;
import com.socialflow.proto.analytics.v1.Contribution;
import com.socialflow.views.Beacon;
import com.socialflow.views.Crowd;
import com.socialflow.views.CrowdKey;
import com.socialflow.views.Impressions;
import com.socialflow.views.RuleSettings;
import com.socialflow.views.Session;
import com.socialflow.views.Verdict;
import com.socialflow.views.ViewRule;
import com.socialflow.views.Watch;
import com.socialflow.views.WatchKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What cells a log makes, computed the simple way: all of it at once, in memory, nothing ever taken back. */
final class Expected {

    private static final ViewRule RULE = new ViewRule(RuleSettings.PUBLIC);

    private Expected() {}

    /** Rows by the text of their cells. */
    static Map<String, CellRow> of(List<Beacon> log, List<Impressions> shown) {
        var viewings = viewings(log);
        var crowds = new HashMap<CrowdKey, Crowd>();
        viewings.forEach((key, viewing) -> crowdOf(key.key(), viewing)
                .ifPresent(crowd ->
                        crowds.merge(crowd, RULE.crowd().with(viewing.view().orElseThrow()), Crowd::merge)));
        var cells = new HashMap<CellKey, Cell>();
        viewings.forEach((key, viewing) -> viewing.contribution().ifPresent(alone -> {
            var rejected = crowdOf(key.key(), viewing)
                    .map(crowd -> requireNonNull(crowds.get(crowd)).verdict() instanceof Verdict.Rejected)
                    .orElse(false);
            add(cells, rejected ? alone.toBuilder().setValid(false).build() : alone);
        }));
        impressions(shown).forEach((_, one) -> add(cells, one));
        var rows = new TreeMap<String, CellRow>();
        cells.forEach((key, cell) -> {
            // What is told of a view may touch a cell in which it leaves nothing.
            if (!cell.row().equals(new Cell(key).row())) {
                rows.put(key.text(), cell.row());
            }
        });
        return rows;
    }

    /** The n-th of a name: another one begins when nobody heard of it for long. */
    private record Numbered(WatchKey key, int number) {}

    private static Map<Numbered, Viewing> viewings(List<Beacon> log) {
        var viewings = new HashMap<Numbered, Viewing>();
        var numbers = new HashMap<WatchKey, Integer>();
        var heard = new HashMap<WatchKey, Long>();
        for (var beacon : log) {
            if (!Viewing.late(beacon)) {
                var received = beacon.moment().receivedMillis();
                var last = heard.getOrDefault(beacon.watch(), received);
                if (Watch.ended(last, beacon)) {
                    numbers.merge(beacon.watch(), 1, Integer::sum);
                }
                heard.put(beacon.watch(), Math.max(last, received));
                viewings.merge(
                        new Numbered(beacon.watch(), numbers.getOrDefault(beacon.watch(), 0)),
                        Viewing.begin(RULE).with(beacon),
                        (known, _) -> known.with(beacon));
            }
        }
        return viewings;
    }

    private record Seen(Session session, VideoId video, long id) {}

    /** The earliest telling of each that counts, followed if any of them was. */
    private static Map<Seen, Contribution> impressions(List<Impressions> shown) {
        var found = new HashMap<Seen, Contribution>();
        for (var told : shown) {
            for (var one : told.shown()) {
                Sighting.of(told, one)
                        .ifPresent(said ->
                                found.merge(new Seen(told.session(), one.video(), one.id()), said, Expected::together));
            }
        }
        return found;
    }

    private static Contribution together(Contribution one, Contribution other) {
        var first = one.getTime() <= other.getTime() ? one : other;
        return first.toBuilder()
                .setClicked(one.getClicked() || other.getClicked())
                .build();
    }

    private static Optional<CrowdKey> crowdOf(WatchKey key, Viewing viewing) {
        return viewing.view().flatMap(view -> CrowdKey.of(key.video(), view));
    }

    private static void add(Map<CellKey, Cell> cells, Contribution view) {
        for (var key : CellKey.of(view)) {
            cells.computeIfAbsent(key, Cell::new).apply(null, view);
        }
    }
}

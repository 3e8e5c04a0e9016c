package com.socialflow.viewcount.counts;

import static java.util.Objects.requireNonNull;

import com.socialflow.core.VideoId;
import com.socialflow.viewcount.ledger.Tally;
import com.socialflow.views.Beacon;
import com.socialflow.views.Crowd;
import com.socialflow.views.CrowdKey;
import com.socialflow.views.RuleSettings;
import com.socialflow.views.View;
import com.socialflow.views.ViewRule;
import com.socialflow.views.Watch;
import com.socialflow.views.WatchKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the counts have to be: all beacons at once, with nothing but the rule. */
final class Reference {

    private Reference() {}

    static Map<VideoId, Map<Long, Tally>> of(ViewRule rule, List<Beacon> beacons) {
        var watches = watches(rule, beacons);
        var crowds = new HashMap<CrowdKey, Crowd>();
        watches.forEach((key, watch) -> watch.view()
                .ifPresent(view -> CrowdKey.of(key.key().video(), view)
                        .ifPresent(crowd ->
                                crowds.merge(crowd, rule.crowd().with(view), (known, _) -> known.with(view)))));
        var counts = new HashMap<VideoId, Map<Long, Tally>>();
        watches.forEach((key, watch) -> watch.view()
                .ifPresent(view -> counts.computeIfAbsent(key.key().video(), _ -> new HashMap<>())
                        .merge(Hours.ofMillis(view.atMillis()), tally(key.key(), view, crowds), Tally::plus)));
        return counts;
    }

    /** The n-th of a name: another one begins when nobody heard of it for long. */
    private record Numbered(WatchKey key, int number) {}

    private static Map<Numbered, Watch> watches(ViewRule rule, List<Beacon> beacons) {
        var watches = new HashMap<Numbered, Watch>();
        var numbers = new HashMap<WatchKey, Integer>();
        var heard = new HashMap<WatchKey, Long>();
        for (var beacon : beacons) {
            var moment = beacon.moment();
            if (moment.receivedMillis() - moment.atMillis() <= RuleSettings.PUBLIC.lateMillis()) {
                var key = beacon.watch();
                var last = heard.getOrDefault(key, moment.receivedMillis());
                if (Watch.ended(last, beacon)) {
                    numbers.merge(key, 1, Integer::sum);
                }
                heard.put(key, Math.max(last, moment.receivedMillis()));
                watches.merge(
                        new Numbered(key, numbers.getOrDefault(key, 0)),
                        rule.watch().with(beacon),
                        (known, _) -> known.over(beacon) ? known : known.with(beacon));
            }
        }
        return watches;
    }

    private static Tally tally(WatchKey key, View view, Map<CrowdKey, Crowd> crowds) {
        var reason = CrowdKey.of(key.video(), view)
                .map(crowd -> requireNonNull(crowds.get(crowd)).verdict().reasonOf(view))
                .orElseGet(view::reason);
        return reason.map(why -> new Tally(0, 1, 0, Map.of(why.code(), 1L)))
                .orElseGet(() -> new Tally(1, 1, view.playedMillis(), Map.of()));
    }
}

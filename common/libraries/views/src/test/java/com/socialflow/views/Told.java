package com.socialflow.views;

import com.socialflow.core.VideoId;
import com.socialflow.views.population.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Beacons for tests, and what becomes of many of them. */
final class Told {

    static final ViewRule RULE = new ViewRule(RuleSettings.PUBLIC);
    static final long DAY = 1_795_737_600_000L;
    static final VideoId VIDEO = new VideoId(77);
    static final Session SESSION = Session.of("abcdefgh");
    static final Viewer SOMEBODY = new Viewer(5, 6, false, false);
    static final Client BROWSER = new Client(AgentKind.BROWSER, 7, Device.PHONE, "DE", false);
    static final Content MINUTES = new Content(300_000, false);

    private Told() {}

    /** A part of ten seconds, the n-th, that came in at once. */
    static Beacon part(int sequence) {
        return part(sequence, 10_000L * sequence, 10_000L * (sequence + 1));
    }

    static Beacon part(int sequence, long... intervals) {
        var elapsed = 10_040L * (sequence + 1) + sequence * sequence % 7 * 9;
        var at = DAY + elapsed + 30;
        return new Beacon(
                VIDEO,
                SESSION,
                sequence,
                new Moment(at, at, elapsed),
                new Part(intervals, 0, 1, 0, Event.PROGRESS),
                Source.HOME,
                SOMEBODY,
                BROWSER,
                MINUTES,
                null);
    }

    static Beacon with(Beacon beacon, Moment moment, Part part) {
        return with(beacon, moment, part, beacon.viewer(), beacon.client(), beacon.content());
    }

    static Beacon with(Beacon beacon, Moment moment, Part part, Viewer viewer, Client client, Content content) {
        return new Beacon(
                beacon.video(),
                beacon.session(),
                beacon.sequence(),
                moment,
                part,
                beacon.source(),
                viewer,
                client,
                content,
                beacon.quality());
    }

    static Watch watch(List<Beacon> beacons) {
        var watch = RULE.watch();
        for (var beacon : beacons) {
            watch = watch.with(beacon);
        }
        return watch;
    }

    static Map<WatchKey, Watch> watches(List<Beacon> beacons) {
        var watches = new HashMap<WatchKey, Watch>();
        for (var beacon : beacons) {
            var key = beacon.watch();
            watches.put(key, watches.getOrDefault(key, RULE.watch()).with(beacon));
        }
        return watches;
    }

    static Map<CrowdKey, Crowd> crowds(Map<WatchKey, Watch> watches) {
        var crowds = new HashMap<CrowdKey, Crowd>();
        watches.forEach((key, watch) -> watch.view()
                .ifPresent(view -> CrowdKey.of(key.video(), view)
                        .ifPresent(crowd -> crowds.merge(crowd, RULE.crowd().with(view), Crowd::merge))));
        return crowds;
    }

    static List<Beacon> beacons(List<Visit> visits) {
        var beacons = new ArrayList<Beacon>();
        visits.forEach(visit -> beacons.addAll(visit.beacons()));
        return beacons;
    }
}

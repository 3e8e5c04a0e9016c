package com.socialflow.bench;

import com.socialflow.views.Beacon;
import com.socialflow.views.BeaconCodec;
import com.socialflow.views.Crowd;
import com.socialflow.views.CrowdKey;
import com.socialflow.views.RuleSettings;
import com.socialflow.views.View;
import com.socialflow.views.ViewRule;
import com.socialflow.views.Watch;
import com.socialflow.views.WatchKey;
import com.socialflow.views.population.Kind;
import com.socialflow.views.population.Population;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * How many beacons one thread judges: people and bots of one day, in the order in which they came in. Run in a JVM of
 * its own, on the program's class path.
 */
public final class RuleBench {

    private static final long SEED = 42;
    private static final long DAY = 1_795_737_600_000L;
    private static final int VIDEOS = 200;
    private static final int PEOPLE = 5_000;
    private static final int OF_EACH_KIND = 100;
    private static final long WARM_UP_NANOS = 3_000_000_000L;
    private static final long MEASURED_NANOS = 5_000_000_000L;

    private final ViewRule rule = new ViewRule(RuleSettings.PUBLIC);
    private final List<Beacon> beacons = new ArrayList<>();
    private final Results results = new Results();

    private RuleBench() {}

    public static void main(String[] arguments) throws IOException {
        new RuleBench().measure();
    }

    private void measure() throws IOException {
        var population = new Population(new Random(SEED), rule, DAY, VIDEOS);
        population.people(PEOPLE).forEach(visit -> beacons.addAll(visit.beacons()));
        for (var kind : Kind.values()) {
            population.of(kind, OF_EACH_KIND).forEach(visit -> beacons.addAll(visit.beacons()));
        }
        beacons.sort(Comparator.comparingLong(beacon -> beacon.moment().receivedMillis()));

        var entries = beacons.stream().map(BeaconCodec::write).toList();
        results.atLeast(
                "beacons judged by one thread: rule and watch", rate(() -> judged(beacons)), 1_000_000, "a second");
        results.note("the same, with a view for each beacon and its crowd", rate(() -> corrected(beacons)), "a second");
        results.note(
                "the same, from the log's bytes",
                rate(() -> corrected(entries.stream().map(BeaconCodec::read).toList())),
                "a second");
        sizes(entries);
        results.print();
    }

    /** Passes over all beacons, each from nothing, for some seconds. */
    private double rate(LongSupplier pass) {
        passes(pass, WARM_UP_NANOS);
        var began = System.nanoTime();
        var passes = passes(pass, MEASURED_NANOS);
        return passes * (double) beacons.size() * 1e9 / (System.nanoTime() - began);
    }

    private static int passes(LongSupplier pass, long nanos) {
        var began = System.nanoTime();
        var passes = 0;
        var valid = 0L;
        while (System.nanoTime() - began < nanos) {
            valid += pass.getAsLong();
            passes++;
        }
        if (valid == 0) {
            throw new IllegalStateException("nothing was judged");
        }
        return passes;
    }

    /** As a consumer does with what came in: all beacons into their watches, then each watch is looked at once. */
    private long judged(List<Beacon> told) {
        return watches(told).values().stream()
                .filter(watch -> watch.view().map(View::valid).orElse(false))
                .count();
    }

    private HashMap<WatchKey, Watch> watches(List<Beacon> told) {
        var watches = new HashMap<WatchKey, Watch>();
        for (var beacon : told) {
            var key = beacon.watch();
            watches.put(key, watches.getOrDefault(key, rule.watch()).with(beacon));
        }
        return watches;
    }

    /** The other extreme: after every beacon the view is made anew, and its crowd corrected. */
    private long corrected(List<Beacon> told) {
        var watches = new HashMap<WatchKey, Watch>();
        var crowds = new HashMap<CrowdKey, Crowd>();
        for (var beacon : told) {
            var key = beacon.watch();
            var before = watches.getOrDefault(key, rule.watch());
            var after = before.with(beacon);
            watches.put(key, after);
            before.view()
                    .ifPresent(view -> CrowdKey.of(key.video(), view)
                            .ifPresent(crowd -> crowds.merge(crowd, rule.crowd().without(view), Crowd::merge)));
            after.view()
                    .ifPresent(view -> CrowdKey.of(key.video(), view)
                            .ifPresent(crowd -> crowds.merge(crowd, rule.crowd().with(view), Crowd::merge)));
        }
        return crowds.values().stream().mapToLong(Crowd::views).sum();
    }

    private void sizes(List<byte[]> entries) {
        var watches = watches(beacons);
        results.note(
                "a beacon in the log, mean",
                entries.stream().mapToInt(entry -> entry.length).average().orElse(0),
                "bytes");
        results.note(
                "parts of a watch, mean",
                watches.values().stream().mapToInt(Watch::count).average().orElse(0),
                "");
        results.note(
                "a watch, mean",
                watches.values().stream()
                        .mapToInt(watch -> watch.toBytes().length)
                        .average()
                        .orElse(0),
                "bytes");
    }
}

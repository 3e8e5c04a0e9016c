package com.socialflow.views;

import static com.socialflow.views.Told.DAY;
import static com.socialflow.views.Told.RULE;
import static com.socialflow.views.Told.beacons;
import static com.socialflow.views.Told.crowds;
import static com.socialflow.views.Told.watches;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.views.population.Kind;
import com.socialflow.views.population.Population;
import com.socialflow.views.population.Visit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** In which order beacons come, how often, and in what batches, changes nothing. */
class OrderTest {

    private static final int SEEDS = 40;

    @Test
    void ordersRepetitionsAndBatchesAllGiveTheSame() {
        for (var seed = 1; seed <= SEEDS; seed++) {
            var random = new Random(seed);
            var told = new ArrayList<>(beacons(visits(seed)));
            told.addAll(retellings(told, random));
            var watches = watches(told);

            Collections.shuffle(told, random);
            var parted = inBatches(told, random);

            assertThat(parted).as("seed %d", seed).isEqualTo(watches);
            assertThat(crowds(parted)).as("seed %d", seed).isEqualTo(crowds(watches));
            assertThat(corrected(told)).as("seed %d", seed).isEqualTo(crowds(watches));
        }
    }

    private static List<Visit> visits(long seed) {
        var population = new Population(new Random(seed), RULE, DAY, 5);
        var visits = new ArrayList<>(population.behindOneAddress(10, 60_000, false));
        for (var kind : Kind.values()) {
            visits.addAll(population.of(kind, 2));
        }
        return visits;
    }

    /** The same beacon again; tried again by its player, later; or another part under a number that is taken. */
    private static List<Beacon> retellings(List<Beacon> told, Random random) {
        var again = new ArrayList<Beacon>();
        for (var beacon : told) {
            var moment = beacon.moment();
            switch (random.nextInt(6)) {
                case 0 -> again.add(beacon);
                case 1 -> {
                    var later = random.nextLong(90_000);
                    var at = moment.atMillis() + random.nextLong(50);
                    again.add(Told.with(
                            beacon,
                            new Moment(moment.receivedMillis() + later, at, moment.elapsedMillis()),
                            beacon.part()));
                }
                case 2 -> {
                    var to = random.nextLong(8_000);
                    var viewer = new Viewer(random.nextLong(), random.nextLong(), random.nextBoolean(), false);
                    var part = new Part(new long[] {0, to}, 0, random.nextFloat(3), to / 2, Event.EXIT);
                    again.add(Told.with(beacon, moment, part, viewer, beacon.client(), beacon.content()));
                }
                default -> {}
            }
        }
        return again;
    }

    /** As several consumers would: each has a share, keeps bytes between batches, and in the end all are merged. */
    private static Map<WatchKey, Watch> inBatches(List<Beacon> told, Random random) {
        var shares = List.of(new HashMap<WatchKey, byte[]>(), new HashMap<WatchKey, byte[]>());
        for (var from = 0; from < told.size(); ) {
            var to = Math.min(told.size(), from + 1 + random.nextInt(200));
            var share = shares.get(random.nextInt(shares.size()));
            watches(told.subList(from, to)).forEach((key, watch) -> {
                var stored = share.get(key);
                share.put(key, (stored == null ? watch : watch.merge(RULE.watch(stored))).toBytes());
            });
            from = to;
        }
        var merged = new HashMap<WatchKey, Watch>();
        shares.forEach(share -> share.forEach((key, bytes) -> merged.merge(key, RULE.watch(bytes), Watch::merge)));
        return merged;
    }

    /** Beacon by beacon: what a watch was leaves its crowd, what it has become joins one. */
    private static Map<CrowdKey, Crowd> corrected(List<Beacon> told) {
        var watches = new HashMap<WatchKey, Watch>();
        var crowds = new HashMap<CrowdKey, Crowd>();
        for (var beacon : told) {
            var before = watches.getOrDefault(beacon.watch(), RULE.watch());
            var after = before.with(beacon);
            watches.put(beacon.watch(), after);
            add(crowds, beacon, before.view(), false);
            add(crowds, beacon, after.view(), true);
        }
        var touched = crowds(watches).keySet();
        crowds.entrySet().removeIf(entry -> {
            assertThat(touched.contains(entry.getKey()) || entry.getValue().equals(RULE.crowd()))
                    .isTrue();
            return !touched.contains(entry.getKey());
        });
        return crowds;
    }

    private static void add(Map<CrowdKey, Crowd> crowds, Beacon beacon, Optional<View> view, boolean joins) {
        view.ifPresent(one -> CrowdKey.of(beacon.video(), one).ifPresent(key -> {
            var crowd = RULE.crowd(crowds.getOrDefault(key, RULE.crowd()).toBytes());
            crowds.put(key, joins ? crowd.with(one) : crowd.without(one));
        }));
    }
}

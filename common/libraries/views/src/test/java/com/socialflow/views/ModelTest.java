package com.socialflow.views;

import static com.socialflow.views.Told.DAY;
import static com.socialflow.views.Told.RULE;
import static com.socialflow.views.Told.beacons;
import static com.socialflow.views.Told.watches;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.views.population.Kind;
import com.socialflow.views.population.Population;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rule against the public page, read naively: beacons in lists, no states, no bytes. */
class ModelTest {

    private static final int SEEDS = 20;

    @Test
    void countsWhatANaiveReadingOfThePublicRuleCounts() {
        for (var seed = 1; seed <= SEEDS; seed++) {
            var population = new Population(new Random(seed), RULE, DAY, 12);
            var visits = new ArrayList<>(population.people(200));
            for (var kind : Kind.values()) {
                visits.addAll(population.of(kind, 5));
            }
            var told = beacons(visits);
            var random = new Random(seed);
            told.addAll(told.stream().filter(beacon -> random.nextInt(5) == 0).toList());

            var valid = new HashSet<WatchKey>();
            watches(told).forEach((key, watch) -> {
                if (watch.view().map(View::valid).orElse(false)) {
                    valid.add(key);
                }
            });

            assertThat(valid).as("seed %d", seed).isEqualTo(naive(told));
        }
    }

    /** Which watches are views. */
    private static Set<WatchKey> naive(List<Beacon> told) {
        var byWatch = new HashMap<WatchKey, HashMap<Long, Beacon>>();
        told.forEach(beacon ->
                byWatch.computeIfAbsent(beacon.watch(), key -> new HashMap<>()).put(beacon.sequence(), beacon));
        var valid = new HashSet<WatchKey>();
        byWatch.forEach((key, parts) -> {
            var good = parts.values().stream().filter(ModelTest::allowed).toList();
            var content = good.stream().mapToDouble(ModelTest::visible).sum();
            var clock = good.stream().mapToDouble(ModelTest::clock).sum();
            var duration = requireNonNull(parts.get(0L)).content().durationMillis();
            var ends = good.stream()
                    .mapToDouble(beacon -> beacon.moment().atMillis())
                    .summaryStatistics();
            var begins = good.stream().mapToDouble(beacon -> beacon.moment().atMillis() - clock(beacon));
            var passed = ends.getMax() - begins.min().orElse(0);
            if (content >= Math.min(10_000, duration / 2.0) && clock <= passed * 1.1 + 5_000 && !even(good)) {
                valid.add(key);
            }
        });
        return valid;
    }

    private static boolean allowed(Beacon beacon) {
        var ends = beacon.part().intervals();
        return beacon.client().kind() != AgentKind.BOT
                && !beacon.viewer().owner()
                && ends[0] >= 0
                && ends[1] >= ends[0]
                && ends[1] <= beacon.content().durationMillis() + 2_000
                && visible(beacon) > 0;
    }

    private static double visible(Beacon beacon) {
        var part = beacon.part();
        return Math.max(0, part.playedMillis() - Math.floor(part.hiddenMillis() * (double) part.rate()));
    }

    private static double clock(Beacon beacon) {
        return beacon.part().playedMillis() / (double) beacon.part().rate();
    }

    /** Ten seconds sharp, again and again. */
    private static boolean even(List<Beacon> good) {
        return good.size() > 8 && good.stream().allMatch(beacon -> beacon.part().playedMillis() == 10_000);
    }
}

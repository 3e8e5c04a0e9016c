package com.socialflow.analytics.stream;

import com.socialflow.views.Beacon;
import com.socialflow.views.Moment;
import com.socialflow.views.RuleSettings;
import com.socialflow.views.ViewRule;
import com.socialflow.views.population.Kind;
import com.socialflow.views.population.Population;
import com.socialflow.views.population.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A day of people, crowds and every kind of bot, as networks deliver what they tell: some of it twice, late, too late,
 * and out of order.
 */
final class Delivered {

    private static final int VIDEOS = 9;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private final SplittableRandom random;
    private final List<Beacon> beacons = new ArrayList<>();

    private Delivered(SplittableRandom random) {
        this.random = random;
    }

    /** In the order in which the log has them: that of receipt, but for a minute. About so many. */
    static List<Beacon> of(long seed, long dayMillis, int about) {
        var random = new SplittableRandom(seed);
        var population = new Population(random.split(), new ViewRule(RuleSettings.PUBLIC), dayMillis, VIDEOS);
        var delivered = new Delivered(random);
        while (delivered.beacons.size() < about) {
            delivered.deliver(population.people(40));
            delivered.deliver(population.behindOneAddress(10, 5 * MINUTE, false));
            for (var kind : Kind.values()) {
                delivered.deliver(population.of(kind, 2));
            }
        }
        return delivered.inTheOrderOfTheLog();
    }

    private void deliver(List<Visit> visits) {
        for (var visit : visits) {
            if (random.nextInt(30) == 0) {
                // The name comes again: within its time it tells the same parts, later it begins anew.
                var later = 20 * HOUR + random.nextLong(16 * HOUR);
                visit.beacons().forEach(beacon -> beacons.add(at(beacon, later, later)));
            }
            for (var beacon : visit.beacons()) {
                var chance = random.nextInt(1_000);
                var kept = chance < 10 ? random.nextLong(20 * HOUR) : chance < 13 ? 25 * HOUR : 0;
                var delivered = at(beacon, kept, 0);
                beacons.add(delivered);
                if (random.nextInt(6) == 0) {
                    // Who sends again counts anew for how long it was kept.
                    beacons.add(at(delivered, random.nextLong(MINUTE), random.nextLong(40)));
                }
            }
        }
    }

    private static Beacon at(Beacon beacon, long receivedLater, long happenedLater) {
        var moment = beacon.moment();
        return new Beacon(
                beacon.video(),
                beacon.session(),
                beacon.sequence(),
                new Moment(
                        moment.receivedMillis() + receivedLater,
                        moment.atMillis() + happenedLater,
                        moment.elapsedMillis()),
                beacon.part(),
                beacon.source(),
                beacon.viewer(),
                beacon.client(),
                beacon.content(),
                beacon.quality());
    }

    private List<Beacon> inTheOrderOfTheLog() {
        record Entry(Beacon beacon, long written) {}
        return beacons.stream()
                .map(beacon -> new Entry(beacon, beacon.moment().receivedMillis() + random.nextLong(MINUTE)))
                .sorted(Comparator.comparingLong(Entry::written))
                .map(Entry::beacon)
                .toList();
    }
}

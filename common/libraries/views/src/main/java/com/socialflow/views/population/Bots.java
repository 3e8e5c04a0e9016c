package com.socialflow.views.population;

import com.socialflow.views.Beacon;
import com.socialflow.views.Moment;
import com.socialflow.views.Session;
import com.socialflow.views.ViewRule;
import java.util.List;
import java.util.random.RandomGenerator;

/** How programs watch that are paid for views. */
final class Bots {

    private static final long PART_MILLIS = 10_000;

    private Bots() {}

    static Visit hidden(Player player) {
        player.idle(player.random.nextInt(200, 3_000));
        var parts = player.random.nextInt(3, 30);
        for (var i = 0; i < parts; i++) {
            var clock = PART_MILLIS + player.random.nextInt(4, 1_200);
            if (player.play(clock, 1, clock) == 0) {
                player.seek(0);
            }
        }
        return player.visit(Kind.HIDDEN_TAB, false);
    }

    static Visit impossible(Player player) {
        var random = player.random;
        var duration = player.video().durationMillis();
        var parts = random.nextInt(1, 8);
        for (var i = 0; i < parts; i++) {
            player.idle(PART_MILLIS + random.nextInt(300));
            var from = random.nextLong(duration);
            player.tell(
                    switch (random.nextInt(3)) {
                        case 0 -> new long[] {from + PART_MILLIS, from};
                        case 1 -> new long[] {duration, duration + 2 * PART_MILLIS};
                        default -> new long[] {-PART_MILLIS, from + 1};
                    },
                    1,
                    0);
        }
        return player.visit(Kind.IMPOSSIBLE_INTERVALS, false);
    }

    /** Tells parts of ten seconds, about two in each second. */
    static Visit tooFast(Player player) {
        var random = player.random;
        var parts = random.nextInt(6, 30);
        for (var i = 0; i < parts; i++) {
            player.idle(random.nextInt(300, 900));
            var from = i * PART_MILLIS % Math.max(1, player.video().durationMillis() - PART_MILLIS);
            player.tell(new long[] {from, from + PART_MILLIS + random.nextInt(200)}, 1, 0);
        }
        return player.visit(Kind.TOO_FAST, false);
    }

    static Visit robotic(Player player) {
        player.even();
        var parts = player.random.nextInt(12, 40);
        for (var i = 0; i < parts; i++) {
            if (player.position() + PART_MILLIS > player.video().durationMillis()) {
                player.seek(0);
            }
            player.play(PART_MILLIS, 1, 0);
            player.idle(player.random.nextInt(8));
        }
        return player.visit(Kind.ROBOTIC, false);
    }

    /** Plays at a person's pace, and stops when the view is made. */
    static Visit farmed(ViewRule rule, Player player) {
        var random = player.random;
        var threshold = rule.thresholdMillis(player.video().durationMillis());
        player.idle(random.nextInt(200, 3_000));
        var rest = threshold + (long) (threshold * random.nextDouble(0.01, 0.2));
        while (rest > 0) {
            var played = player.play(Math.min(rest, PART_MILLIS / 2) + random.nextInt(4, 50), 1, 0);
            if (played == 0) {
                break;
            }
            rest -= played;
        }
        return player.visit(Kind.VIEW_FARM, false);
    }

    /** About a minute, as far as the video goes. */
    static Visit rented(Player player) {
        var random = player.random;
        player.idle(random.nextInt(200, 3_000));
        var rest = (long) Math.max(25_000, random.nextGaussian(60_000, 9_000));
        while (rest > 0) {
            var played = player.play(Math.min(rest, PART_MILLIS) + random.nextInt(4, 200), 1, 0);
            if (played == 0) {
                break;
            }
            rest -= played;
        }
        return player.visit(Kind.DATA_CENTRE_BURST, false);
    }

    /** The same parts, under another name, that much later, from there. */
    static Visit replayed(RandomGenerator random, Visit captured, long laterMillis, Player.Place place) {
        var session = new Session(random.nextLong(), random.nextLong());
        List<Beacon> again = captured.beacons().stream()
                .map(beacon -> new Beacon(
                        beacon.video(),
                        session,
                        beacon.sequence(),
                        later(beacon.moment(), laterMillis + random.nextInt(40)),
                        beacon.part(),
                        beacon.source(),
                        place.viewer(),
                        place.client(),
                        beacon.content(),
                        beacon.quality()))
                .toList();
        return new Visit(Kind.REPLAYED_SESSION, false, again);
    }

    private static Moment later(Moment moment, long millis) {
        return new Moment(moment.receivedMillis() + millis, moment.atMillis() + millis, moment.elapsedMillis());
    }
}

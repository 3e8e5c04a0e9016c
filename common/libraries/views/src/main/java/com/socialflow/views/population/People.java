package com.socialflow.views.population;

import com.socialflow.views.ViewRule;
import java.util.random.RandomGenerator;

/** How people watch: many leave early, some pause, seek, look again, change the speed or the tab, lose the line. */
final class People {

    /** The player tells what it played about this often. */
    private static final long PART_MILLIS = 10_000;

    /** A visit stays within an hour. */
    private static final long VISIT_MILLIS_MAX = 3_300_000;

    private static final float[] RATES = {0.5f, 0.75f, 1, 1, 1, 1, 1, 1, 1.25f, 1.5f, 2};

    private People() {}

    /** Watches until the person has enough; the visible content that was played. */
    static long watch(Player player) {
        var random = player.random;
        player.idle(random.nextInt(150, 2_500));
        if (random.nextInt(100) == 0) {
            player.keep(random.nextLong(60_000, 12 * 3_600_000));
        }
        if (random.nextInt(5) == 0) {
            player.seek(random.nextLong(player.video().durationMillis()));
        }
        var enough = enough(random, player.video().durationMillis());
        var hides = random.nextInt(20) == 0;
        var rate = RATES[random.nextInt(RATES.length)];
        var seen = 0L;
        while (seen < enough && player.elapsed() < VISIT_MILLIS_MAX) {
            // Timers fire late, and by how much nobody knows.
            var clock = Math.min(PART_MILLIS, (long) ((enough - seen) / rate) + 1) + random.nextInt(4, 250);
            var hidden = hides && random.nextInt(3) == 0 ? random.nextLong(clock) : 0;
            var played = player.play(clock, rate, hidden);
            seen += Math.max(0, played - (long) (hidden * (double) rate));
            if (played == 0 && random.nextInt(10) != 0) {
                break;
            }
            distract(player, played == 0);
        }
        return seen;
    }

    /** A quarter leaves at once, a quarter stays to the end or goes on, the others leave anywhere between. */
    private static long enough(RandomGenerator random, long durationMillis) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong(500, 12_000);
            case 1 -> durationMillis + random.nextLong(2_000);
            default -> (long) Math.min(durationMillis, 8_000 * Math.exp(random.nextGaussian(1.3, 1.1)));
        };
    }

    private static void distract(Player player, boolean atEnd) {
        var random = player.random;
        if (atEnd) {
            player.seek(0);
        }
        if (random.nextInt(16) == 0) {
            player.idle((long) (20_000 * random.nextExponential()));
        }
        if (random.nextInt(12) == 0) {
            player.idle(random.nextInt(100, 4_000));
        }
        switch (random.nextInt(30)) {
            case 0 -> player.seek(player.position() + random.nextLong(5_000, 60_000));
            case 1 -> player.seek(player.position() - random.nextLong(5_000, 60_000));
            default -> {}
        }
    }

    /** The person's visit. Whether it should count follows from what was seen. */
    static Visit visit(ViewRule rule, Player player) {
        var seen = watch(player);
        if (!player.told()) {
            seen += player.play(1, 1, 0);
        }
        return player.visit(
                Kind.PERSON, seen >= rule.thresholdMillis(player.video().durationMillis()));
    }
}

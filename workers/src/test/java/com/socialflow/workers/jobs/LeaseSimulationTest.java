package com.socialflow.workers.jobs;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Replays one run with {@code -Dseed=}; {@code -Dseeds=} says how many the long one draws. */
class LeaseSimulationTest extends QueueTest {

    private static final int EVENTS = 400;
    private static final int SEEDS_SHORT = 3;
    private static final int SEEDS_LONG = 100;

    @Test
    void noTaskIsEverHeldOrFinishedTwice() {
        simulate(SEEDS_SHORT, Duration.ZERO);
    }

    @Test
    void clocksThatDifferLetNobodyWriteWhatIsNotTheirs() {
        simulate(SEEDS_SHORT, Duration.ofSeconds(30));
    }

    @Test
    @Tag("simulation")
    void noTaskIsEverHeldOrFinishedTwiceForLong() {
        simulate(number("seeds", SEEDS_LONG), Duration.ZERO);
        simulate(number("seeds", SEEDS_LONG), Duration.ofSeconds(30));
    }

    private void simulate(int seeds, Duration skew) {
        var given = System.getProperty("seed", "");
        for (var i = 0; i < (given.isEmpty() ? seeds : 1); i++) {
            var seed = given.isEmpty() ? ThreadLocalRandom.current().nextLong() : Long.parseLong(given);
            beginAnew();
            arrivals.delete(video);
            jdbc.sql("DELETE FROM workers.task").update();
            try {
                new LeaseSimulation(this, new Random(seed), skew).run(EVENTS, skew.isZero());
            } catch (Throwable e) {
                throw new AssertionError("replay with -Dseed=%d (clocks differ by %s)".formatted(seed, skew), e);
            }
        }
    }

    private static int number(String property, int otherwise) {
        var given = System.getProperty(property, "");
        return given.isEmpty() ? otherwise : Integer.parseInt(given);
    }
}

package com.socialflow.social.timelines;

import com.socialflow.platform.messaging.BatchSubscriber;
import com.socialflow.social.HomeWorld;
import com.socialflow.social.SocialServiceTest;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Replays one run with {@code -Dseed=}; {@code -Dseeds=} says how many the long one draws. */
class HomeSimulationTest extends SocialServiceTest {

    private static final int SEEDS_SHORT = 20;
    private static final int SEEDS_LONG = 1_000;
    private static final int EVENTS = 120;

    @Autowired
    private HomeTimeline home;

    @Autowired
    private BatchSubscriber deliveries;

    @Test
    void readersSeeEverythingOnceHoweverLateItIsDelivered() {
        simulate(SEEDS_SHORT);
    }

    @Test
    @Tag("simulation")
    void readersSeeEverythingOnceHoweverLateItIsDeliveredForLong() {
        simulate(number("seeds", SEEDS_LONG));
    }

    private void simulate(int seeds) {
        var given = System.getProperty("seed", "");
        for (var i = 0; i < (given.isEmpty() ? seeds : 1); i++) {
            var seed = given.isEmpty() ? ThreadLocalRandom.current().nextLong() : Long.parseLong(given);
            try {
                new HomeSimulation(new HomeWorld(jdbc, ids, clock), home, deliveries, clock, new Random(seed))
                        .run(EVENTS);
            } catch (Throwable e) {
                throw new AssertionError("replay with -Dseed=%d".formatted(seed), e);
            }
        }
    }

    private static int number(String property, int otherwise) {
        var given = System.getProperty(property, "");
        return given.isEmpty() ? otherwise : Integer.parseInt(given);
    }
}

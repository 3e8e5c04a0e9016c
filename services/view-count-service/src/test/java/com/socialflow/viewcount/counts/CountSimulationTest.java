package com.socialflow.viewcount.counts;

import com.socialflow.testkit.TestEngines;
import com.socialflow.viewcount.ledger.LedgerOfItsOwn;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.data.redis.connection.RedisPassword;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Replays one run with {@code -Dseed=}; {@code -Dseeds=} says how many the long one draws. */
@Tag("engines")
class CountSimulationTest {

    private static final int BEACONS_SHORT = 4_000;
    private static final int BEACONS_LONG = 50_000;
    private static final int SEEDS_LONG = 20;

    @Test
    @Timeout(60)
    void countsEveryViewOnceWhateverHappens() {
        simulate(1, BEACONS_SHORT);
    }

    @Test
    @Tag("simulation")
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void countsEveryViewOnceWhateverHappensForLong() {
        simulate(number("seeds", SEEDS_LONG), number("beacons", BEACONS_LONG));
    }

    private static void simulate(int seeds, int beacons) {
        var given = System.getProperty("seed", "");
        var connections = connections();
        try {
            for (var i = 0; i < (given.isEmpty() ? seeds : 1); i++) {
                var seed = given.isEmpty() ? ThreadLocalRandom.current().nextLong() : Long.parseLong(given);
                var redis = new SimulatedRedis(connections, "simulation-" + i);
                try (var ledger = new LedgerOfItsOwn()) {
                    new CountSimulation(seed, redis, ledger.ledger()).run(beacons);
                } catch (Throwable e) {
                    throw new AssertionError("replay with -Dseed=%d".formatted(seed), e);
                } finally {
                    redis.wipe();
                }
            }
        } finally {
            connections.destroy();
        }
    }

    private static LettuceConnectionFactory connections() {
        var redis = TestEngines.redis();
        var server = new RedisStandaloneConfiguration(redis.host(), redis.port());
        server.setUsername(redis.user());
        server.setPassword(RedisPassword.of(redis.password()));
        var connections = new LettuceConnectionFactory(server);
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }

    private static int number(String property, int otherwise) {
        var given = System.getProperty(property, "");
        return given.isEmpty() ? otherwise : Integer.parseInt(given);
    }
}

package com.socialflow.viewcount.counts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.testkit.TestClock;
import com.socialflow.viewcount.ledger.Ledger;
import com.socialflow.viewcount.ledger.Tally;
import com.socialflow.views.RuleSettings;
import com.socialflow.views.ViewRule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Days of beacons, counted by two processes that are killed before, while and after they count, that take partitions
 * from each other without knowing, in a Redis that forgets its last second or everything.
 */
final class CountSimulation {

    private static final int PARTITIONS = 4;
    private static final Duration LASTS = Duration.ofHours(70);

    /** Until every hour is closed. */
    private static final Duration AFTERWARDS = Duration.ofHours(30);

    private static final Duration STEP = Duration.ofMinutes(10);
    private static final long KEPT = Duration.ofHours(60).toMillis();

    private final SplittableRandom random;
    private final SimulatedRedis redis;
    private final Ledger ledger;
    private final TestClock clock = TestClock.atNoon();
    private final ViewRule rule = new ViewRule(RuleSettings.PUBLIC);
    private final SimulatedLog log = new SimulatedLog(PARTITIONS, KEPT);
    private final List<VideoId> videos;
    private final List<Process> processes = new ArrayList<>();
    private Map<String, byte[]> dump = Map.of();

    CountSimulation(long seed, SimulatedRedis redis, Ledger ledger) {
        this.random = new SplittableRandom(seed);
        this.redis = redis;
        this.ledger = ledger;
        this.videos = LongStream.range(0, 8)
                .mapToObj(_ -> new VideoId(random.nextLong(1, Long.MAX_VALUE)))
                .toList();
    }

    /** One that counts, and what it thinks of where partitions stand. */
    private final class Process {
        private final Counting counting =
                new Counting(redis, ledger, rule, clock, new CountMetrics(new SimpleMeterRegistry(), clock));
        private final Places places = new Places(redis, ledger, log);
        private Closing closing = closing();
        private final Map<Integer, Long> next = new HashMap<>();

        void count(int most) {
            places.forgetMoved(next);
            var stretches = new TreeMap<Integer, Batch.Stretch>();
            for (var partition = 0; partition < PARTITIONS; partition++) {
                var begin = next.computeIfAbsent(partition, places::of);
                var stretch = log.read(partition, begin, 1 + random.nextInt(most));
                if (!stretch.beacons().isEmpty() && random.nextInt(4) > 0) {
                    stretches.put(partition, stretch);
                }
            }
            if (!stretches.isEmpty()) {
                switch (counting.count(new Batch(stretches))) {
                    case Counting.Outcome.Counted() ->
                        stretches.forEach((partition, stretch) -> next.put(partition, stretch.next()));
                    case Counting.Outcome.Elsewhere() -> next.keySet().removeAll(stretches.keySet());
                }
            }
        }

        void killed() {
            next.clear();
            closing = closing();
        }

        private Closing closing() {
            return new Closing(redis, ledger, log, clock);
        }
    }

    void run(int beacons) {
        processes.add(new Process());
        processes.add(new Process());
        var begin = clock.instant();
        var scape = new Crowdscape(random.split(), videos, begin.toEpochMilli(), LASTS);
        var arriving = scape.beacons(beacons).iterator();
        var next = arriving.next();
        var end = begin.plus(LASTS).plus(AFTERWARDS).plus(AFTERWARDS);
        while (clock.instant().isBefore(end)) {
            clock.advance(STEP);
            while (next != null && next.moment().receivedMillis() <= clock.millis()) {
                log.append(next);
                next = arriving.hasNext() ? arriving.next() : null;
            }
            step(beacons);
            if (random.nextInt(40) == 0) {
                compare();
            }
        }
        compare();
        assertThat(redis.hours()).as("hours that Redis still knows").isEmpty();
    }

    private void step(int beacons) {
        var most = 1 + beacons / 200;
        for (var turn = random.nextInt(5); turn > 0; turn--) {
            var process = processes.get(random.nextInt(processes.size()));
            mishap(process, most);
            try {
                process.count(most);
            } catch (SimulatedRedis.Killed e) {
                process.killed();
            }
        }
        processes.get(random.nextInt(processes.size())).closing.round();
    }

    private void mishap(Process process, int most) {
        switch (random.nextInt(60)) {
            case 0 -> redis.wipe();
            case 1, 2 -> dump = redis.dump();
            case 3 -> {
                if (!dump.isEmpty()) {
                    redis.restore(dump);
                }
                dump = Map.of();
            }
            case 4, 5, 6 -> process.killed();
            case 7, 8, 9 -> redis.around(CountSimulation::kill, () -> {});
            case 10, 11, 12 -> redis.around(() -> {}, CountSimulation::kill);
            case 13, 14, 15 -> redis.around(() -> other(process).count(most), () -> {});
            default -> {
                // All is well.
            }
        }
        // What Redis lost is its last second, not its last hour.
        if (random.nextInt(3) == 0) {
            dump = Map.of();
        }
    }

    private Process other(Process process) {
        return processes.get(0) == process ? processes.get(1) : processes.get(0);
    }

    private static void kill() {
        throw new SimulatedRedis.Killed();
    }

    /** Counts what is left, and looks at every number. */
    private void compare() {
        redis.around(() -> {}, () -> {});
        var process = processes.getFirst();
        while (!redis.positions().reached(log.ends())) {
            process.count(10_000);
        }
        process.closing.round();
        process.closing.round();
        var expected = Reference.of(rule, log.everything());
        var closed = ledger.closedUntil();
        var open = new OpenCounts(redis, clock).of(videos);
        var totals = ledger.totals(videos);
        for (var video : videos) {
            var hours = expected.getOrDefault(video, Map.of());
            var all = hours.values().stream().reduce(Tally.NONE, Tally::plus);
            var total = totals.get(video);
            var counted = requireNonNull(open.videos().get(video));
            var found = total == null ? counted.since(0) : total.tally().plus(counted.since(total.through()));
            assertThat(found).as("all of %s until %s", video, clock.instant()).isEqualTo(all);
            assertThat(ledger.hours(video, 0, closed)).as("hours of %s", video).isEqualTo(before(hours, closed));
        }
    }

    private static Map<Long, Tally> before(Map<Long, Tally> hours, long closed) {
        var some = new TreeMap<>(hours);
        some.tailMap(closed).clear();
        return some;
    }
}

package com.socialflow.app.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.socialflow.app.journey.Person;
import com.socialflow.app.views.LogReference.Count;
import com.socialflow.core.Ids;
import com.socialflow.views.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;

/** One run: players tell, things are killed, and afterwards every number is what the log says. */
final class ViewCrash {

    private static final int VIDEOS = 12;
    private static final int WAVE = 40_000;
    private static final Duration SAY_EVERY = Duration.ofSeconds(5);

    private final Platform platform;
    private final long seed;
    private final long beacons;
    private final SplittableRandom random;
    private final Players players;
    private final Map<Session, Integer> parts = new HashMap<>();
    private final List<String> videos = new ArrayList<>();
    private volatile int killed;

    ViewCrash(Platform platform, long seed, long beacons) {
        this.platform = platform;
        this.seed = seed;
        this.beacons = beacons;
        this.random = new SplittableRandom(seed);
        this.players = new Players(platform.address());
    }

    /** As many of each as there is to kill, and more. */
    void run(int kills) throws Exception {
        var began = System.nanoTime();
        var owner = Person.registered(platform.address(), "owner");
        for (var i = 0; i < VIDEOS; i++) {
            videos.add(owner.video("Video " + i));
        }
        var killer = inTheBackground(kills);
        var saying = Thread.ofVirtual().start(this::say);
        while (players.told() < beacons) {
            var wave = Wave.of(random.nextLong(), videos, (int) Math.min(WAVE, beacons - players.told()));
            parts.putAll(wave.parts());
            players.tell(wave.tellings(), signedIn().token());
        }
        killer.get();
        saying.interrupt();
        say("all is told after %d s".formatted((System.nanoTime() - began) / 1_000_000_000));
        var log = new LogReference(platform.bootstrap());
        log.hasExactly(parts);
        var expected = log.counts(players.told());
        countedExactly(expected);
        say("every number is exact: %d views of %d, after %d s"
                .formatted(
                        expected.values().stream().mapToLong(Count::views).sum(),
                        expected.values().stream().mapToLong(Count::rawViews).sum(),
                        (System.nanoTime() - began) / 1_000_000_000));
    }

    /** Access tokens are good for minutes; the program may be away. */
    private Person signedIn() {
        return await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> Person.anonymous(platform.address()).signIn("owner"), _ -> true);
    }

    private FutureTask<Void> inTheBackground(int kills) {
        var moments = new SplittableRandom(seed ^ 0x5DEECE66DL);
        var task = new FutureTask<Void>(() -> {
            for (var kill = 0; kill < kills; kill++) {
                var after = (long) ((kill + moments.nextDouble()) * beacons / kills);
                while (players.told() < after) {
                    Thread.sleep(10);
                }
                var all = platform.victims();
                var victim = all.get(kill < all.size() ? kill : moments.nextInt(all.size()));
                say("kill %d of %d: %s".formatted(kill + 1, kills, victim));
                platform.kill(victim);
                killed++;
            }
            return null;
        });
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    private void countedExactly(Map<Long, Count> expected) {
        var patience = Duration.ofSeconds(60 + beacons / 1_000);
        var owner = signedIn();
        await("numbers, seed " + seed)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(numbers(owner)).isEqualTo(expected));
        var valid = new TreeMap<Long, Long>();
        expected.forEach((video, count) -> valid.put(video, count.views()));
        var cells = new Cells(platform.data());
        await("cells, seed " + seed)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(cells.views()).isEqualTo(valid));
        assertThat(numbers(owner)).as("nothing more comes, seed %d", seed).isEqualTo(expected);
    }

    private Map<Long, Count> numbers(Person owner) {
        var found = new TreeMap<Long, Count>();
        for (var video : videos) {
            var answer = owner.get("/api/v1/videos/" + video + "/stats");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var stats = Person.json(answer);
            assertThat(stats.has("stale")).as("stale").isFalse();
            var rejected = new TreeMap<String, Long>();
            stats.path("rejected")
                    .properties()
                    .forEach(reason ->
                            rejected.put(reason.getKey(), reason.getValue().asLong()));
            found.put(
                    Ids.parse(video),
                    new Count(
                            stats.path("views").asLong(), stats.path("rawViews").asLong(), rejected));
        }
        return found;
    }

    private void say() {
        try {
            while (true) {
                Thread.sleep(SAY_EVERY);
                say("%,d of %,d beacons told, %d requests sent again, %d kills"
                        .formatted(players.told(), beacons, players.retries(), killed));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String what) {
        System.out.printf("seed %d: %s%n", seed, what);
    }
}

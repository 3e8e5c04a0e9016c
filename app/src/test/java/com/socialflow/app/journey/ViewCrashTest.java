package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.socialflow.engines.Engines;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Players tell what they play, again and again until they hear that it was taken, while the program is killed with all
 * its engines and Redis is wiped. Afterwards every session is one view. {@code -Dseed=} replays one.
 */
@Tag("simulation")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ViewCrashTest {

    private static final long SEED = Long.getLong("seed", 5);
    private static final int BATCH = 20;
    private static final int BATCHES = 20;
    private static final int ROUNDS = 3;
    private static final Duration COUNTED = Duration.ofSeconds(60);

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int sessions;

    @Test
    void everySessionIsOneViewThroughKillsAndWipes() throws Exception {
        var data = SharedProgram.directory("views");
        var program = RunningProgram.start(data);
        try {
            var owner = Person.registered(program.address(), "owner_of_views");
            var video = Person.json(owner.post("/api/v1/videos", "{\"title\":\"Trains\"}"))
                    .at("/id")
                    .asString();
            for (var round = 0; round < ROUNDS; round++) {
                tellWhileItIsKilled(program, video);
                countsAll(owner, video);
                wipe(program);
                countsAll(owner, video);
            }
        } finally {
            program.close();
            RunningProgram.remove(data);
        }
    }

    private void tellWhileItIsKilled(RunningProgram program, String video) throws InterruptedException {
        var end = random.nextInt(BATCHES);
        for (var batch = 0; batch < BATCHES; batch++) {
            var first = sessions;
            sessions += BATCH;
            var killer = batch == end ? killSoon(program) : null;
            while (!tell(program, video, first)) {
                if (killer != null) {
                    killer.join();
                }
            }
            if (killer != null) {
                killer.join();
            }
        }
    }

    private Thread killSoon(RunningProgram program) {
        var pause = Duration.ofMillis(random.nextInt(40));
        return Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            program.kill();
            program.restart();
        });
    }

    /** Whether they were taken; if that is not known, they are told again. */
    private boolean tell(RunningProgram program, String video, int first) throws InterruptedException {
        var beacons = IntStream.range(first, first + BATCH)
                .mapToObj(ViewCrashTest::beacon)
                .collect(Collectors.joining(",", "{\"beacons\":[", "]}"));
        var request = HttpRequest.newBuilder(program.address().resolve("/api/v1/videos/" + video + "/views"))
                .header("Content-Type", "application/json")
                .header(
                        "User-Agent",
                        "Mozilla/5.0 (X11; Linux x86_64; rv:1" + first + ".0) Gecko/20100101 Firefox/140.0")
                .timeout(Duration.ofSeconds(10))
                .POST(BodyPublishers.ofString(beacons))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isIn(202, 503);
            return answer.statusCode() == 202;
        } catch (IOException e) {
            return false;
        }
    }

    /** No two are alike: they come from one address, and are no crowd all the same. */
    private static String beacon(int session) {
        var played = 14 + session * 37 % 180;
        return """
                {"session":"session-%d","sequence":0,"intervals":[[0,%d]],"positionSeconds":%d,
                 "elapsedSeconds":%d,"sentSeconds":%d,"event":"progress"}
                """.formatted(session, played, played, played + 1, played + 1);
    }

    private void countsAll(Person owner, String video) throws InterruptedException {
        await("views, seed " + SEED)
                .atMost(COUNTED)
                .untilAsserted(() -> assertThat(views(owner, video)).isEqualTo(sessions));
        // Nothing is on its way that would be too much.
        Thread.sleep(Duration.ofSeconds(2));
        assertThat(views(owner, video)).as("views, seed %d", SEED).isEqualTo(sessions);
    }

    private static long views(Person owner, String video) {
        var answer = owner.get("/api/v1/videos/" + video + "/stats");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var stats = Person.json(answer);
        assertThat(stats.path("rejected").toString()).as("rejected").isEqualTo("{}");
        return stats.path("views").asLong();
    }

    private static void wipe(RunningProgram program) {
        try (var engines = Engines.attach(program.data());
                var redis = RedisClient.create(
                        RedisURI.create(engines.redis(Duration.ofSeconds(30)).url()));
                var connection = redis.connect()) {
            connection.sync().flushall();
        }
    }
}

package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.socialflow.core.Ids;
import com.socialflow.engines.Engine;
import com.socialflow.engines.Engines;
import com.socialflow.engines.EnginesSettings;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * People post, answer and repost while the program is killed, Redis is wiped, and a Kafka beside the program is stopped
 * for a while. Afterwards everybody's whole home timeline is what a plain query says. {@code -Dstopped=60} stops Kafka
 * for a minute, {@code -Dseed} plays something else.
 */
@Tag("engines")
@Execution(ExecutionMode.CONCURRENT)
class TimelineCrashTest {

    private static final int PEOPLE = 8;
    private static final int DEEDS = 60;
    private static final long SEED = Long.getLong("seed", 4);
    private static final Duration STOPPED = Duration.ofSeconds(Long.getLong("stopped", 6));
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration CONVERGED = Duration.ofSeconds(60);

    /** Posts of the reader and of people whom the reader follows, each once: by the way in which it came first. */
    private static final String PLAIN = """
            WITH circle AS (SELECT followed_id AS account FROM social.follow WHERE follower_id = ?
                            UNION ALL SELECT ?),
                 ways AS (
                     SELECT id AS position, id AS post
                       FROM social.post
                      WHERE author_id IN (SELECT account FROM circle)
                        AND (reply_to_id IS NULL OR reply_to_author = author_id
                             OR reply_to_author IN (SELECT account FROM circle))
                     UNION ALL
                     SELECT id, post_id FROM social.repost
                      WHERE account_id <> ? AND account_id IN (SELECT account FROM circle))
            SELECT post FROM ways GROUP BY post ORDER BY min(position) DESC
            """;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Person> people = new ArrayList<>();
    private final List<String> accounts = new ArrayList<>();
    private final List<String> posts = new ArrayList<>();

    @Test
    void homesConvergeAfterKillsWipesAndWaits() throws Exception {
        var data = SharedProgram.directory("timelines");
        var events = SharedProgram.directory("timelines-kafka");
        var kafka = startKafka(events);
        try (var program = RunningProgram.start(data, "--socialflow.kafka.bootstrap=" + kafka.kafka(PATIENCE))) {
            meet(program);
            deeds(DEEDS);
            wipe(program);
            deeds(DEEDS / 2);
            program.kill();
            program.restart();
            everybodyReadsWhatAPlainQuerySays(program);
            kafka.close();
            deedsDuring(STOPPED);
            kafka = startKafka(events);
            everybodyReadsWhatAPlainQuerySays(program);
        } finally {
            kafka.close();
            RunningProgram.remove(data);
            RunningProgram.remove(events);
        }
    }

    /** At the same port as before, with what it held. */
    private static Engines startKafka(Path events) {
        var engines = Engines.start(EnginesSettings.in(events).withEmbedded(Set.of(Engine.KAFKA)), _ -> {});
        engines.startKafka();
        engines.kafka(PATIENCE);
        return engines;
    }

    private void deedsDuring(Duration time) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        for (var i = 0; i < DEEDS; i++) {
            deeds(1);
            TimeUnit.NANOSECONDS.sleep(time.toNanos() / DEEDS / 2);
        }
        TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
    }

    private void meet(RunningProgram program) {
        for (var i = 0; i < PEOPLE; i++) {
            var person = Person.registered(program.address(), "reader_" + i);
            people.add(person);
            accounts.add(Person.json(person.get("/api/v1/me")).at("/id").asString());
        }
        for (var i = 0; i < PEOPLE; i++) {
            for (var other = 0; other < PEOPLE; other++) {
                if (other != i && random.nextInt(3) > 0) {
                    assertThat(put(people.get(i), "/api/v1/accounts/" + accounts.get(other) + "/follow"))
                            .isEqualTo(204);
                }
            }
            // Who has read once has a home that posts are brought to.
            assertThat(people.get(i).get("/api/v1/timelines/home").statusCode()).isEqualTo(200);
        }
    }

    private void deeds(int count) {
        for (var i = 0; i < count; i++) {
            var person = people.get(random.nextInt(PEOPLE));
            switch (posts.isEmpty() ? 0 : random.nextInt(4)) {
                case 0, 1 -> post(person, "{\"text\":\"Said\"}");
                case 2 ->
                    post(
                            person,
                            "{\"text\":\"Answered\",\"replyTo\":\"%s\"}"
                                    .formatted(posts.get(random.nextInt(posts.size()))));
                default -> put(person, "/api/v1/posts/" + posts.get(random.nextInt(posts.size())) + "/repost");
            }
        }
    }

    private void post(Person person, String body) {
        var made = person.post("/api/v1/posts", body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        posts.add(Person.json(made).at("/id").asString());
    }

    private static int put(Person person, String path) {
        return person.send(person.request(path).PUT(BodyPublishers.noBody())).statusCode();
    }

    private static void wipe(RunningProgram program) {
        try (var engines = Engines.attach(program.data());
                var client = RedisClient.create(
                        RedisURI.create(engines.redis(PATIENCE).url()));
                var connection = client.connect()) {
            connection.sync().flushall();
        }
    }

    private void everybodyReadsWhatAPlainQuerySays(RunningProgram program) throws SQLException {
        for (var i = 0; i < PEOPLE; i++) {
            var reader = people.get(i);
            var expected = plain(program, accounts.get(i));
            await("home of reader_" + i + ", seed " + SEED)
                    .atMost(CONVERGED)
                    .untilAsserted(() -> assertThat(home(reader)).isEqualTo(expected));
        }
    }

    private static List<String> plain(RunningProgram program, String account) throws SQLException {
        var id = Ids.parse(account);
        try (var engines = Engines.attach(program.data())) {
            var server = engines.postgres(PATIENCE);
            try (var database = DriverManager.getConnection(server.url(), server.user(), server.password());
                    var statement = database.prepareStatement(PLAIN)) {
                statement.setLong(1, id);
                statement.setLong(2, id);
                statement.setLong(3, id);
                var found = new ArrayList<String>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(Ids.format(rows.getLong(1)));
                    }
                }
                return found;
            }
        }
    }

    /** All of it, page by page. */
    private static List<String> home(Person reader) {
        var found = new ArrayList<String>();
        var cursor = "";
        do {
            var answer = reader.get("/api/v1/timelines/home?limit=20" + cursor);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var page = Person.json(answer);
            page.path("items").forEach(item -> found.add(item.path("id").asString()));
            cursor = page.path("nextCursor").isString()
                    ? "&cursor=" + page.path("nextCursor").asString()
                    : "";
        } while (!cursor.isEmpty());
        return found;
    }
}

package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From one person's post over the outbox, Kafka and Redis to another one's home timeline and open page. */
@Tag("engines")
class HomeJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    private static final String HOME = "/api/v1/timelines/home";

    private final Person writer = SharedProgram.somebody();
    private final Person reader = SharedProgram.somebody();

    @Test
    void aPostReachesTheHomeAndTheOpenPageOfAFollower() throws Exception {
        assertThat(put("/api/v1/accounts/" + id(writer) + "/follow")).isEqualTo(204);
        // Whom a new follow concerns has a home built, and dropped when the event of the follow comes.
        assertThat(shown()).isEmpty();
        var told = new ConcurrentLinkedQueue<String>();
        try (var client = HttpClient.newHttpClient()) {
            var stream = client.send(reader.request("/api/v1/stream").GET().build(), BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);
            Thread.ofVirtual().start(() -> {
                try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                        told.add(line);
                    }
                } catch (IOException e) {
                    told.add("ended");
                }
            });
            var posts = new ArrayList<String>();
            await("an event of the home timeline")
                    .atMost(SOON)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        posts.addFirst(post());
                        shown();
                        return told.contains("event:home") || told.contains("event: home");
                    });
            await("all posts")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(shown()).isEqualTo(posts));
            client.shutdownNow();
        }
    }

    private String post() {
        var made = writer.post("/api/v1/posts", "{\"text\":\"Good morning\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Person.json(made).at("/id").asString();
    }

    private List<String> shown() {
        var page = reader.get(HOME + "?limit=100");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        var found = new ArrayList<String>();
        Person.json(page).at("/items").forEach(item -> found.add(item.at("/id").asString()));
        return found;
    }

    private int put(String path) {
        return reader.send(reader.request(path).PUT(BodyPublishers.noBody())).statusCode();
    }

    private static String id(Person person) {
        return Person.json(person.get("/api/v1/me")).at("/id").asString();
    }
}

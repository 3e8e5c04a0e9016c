package com.socialflow.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.socialflow.app.journey.SharedProgram;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Dashboards and rules ask for metrics and labels that the program really tells. */
@Tag("engines")
class MetricsTest {

    /** Told only once it has happened, and why nobody makes it happen here. */
    private static final Map<String, Set<String>> AFTER_FIRST_USE = Map.of(
            // There is no server to hand letters to.
            "socialflow_mail_total", Set.of("kind", "outcome"),
            // It takes the push service of a browser's maker.
            "socialflow_push_total", Set.of("outcome"),
            // Hundreds of requests, and then none for all tests beside.
            "socialflow_limits_refused_total", Set.of("class"));

    /** What Prometheus itself adds. */
    private static final Set<String> OF_PROMETHEUS = Set.of("instance", "job");

    private static final Duration SOON = Duration.ofSeconds(30);

    private static HttpClient client;

    @BeforeAll
    static void open() {
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void close() {
        client.close();
    }

    @Test
    void everyMetricThatIsAskedForIsTold() throws Exception {
        var asked = asked();
        refused();
        var video = SharedProgram.readyVideo().path("id").asString();
        watched(video);
        shared(video);

        await("all of them")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(missing(asked, told())).isEmpty());
    }

    /** By a selector, where it stands. */
    private static Map<PromQl.Selector, String> asked() {
        var all = new HashMap<PromQl.Selector, String>();
        for (var rule : Monitoring.rules()) {
            for (var selector : PromQl.selectors(String.valueOf(rule.get("expr")))) {
                all.put(selector, "rules.yml");
            }
        }
        for (var dashboard : Dashboard.all()) {
            for (var expression : dashboard.expressions()) {
                for (var selector : PromQl.selectors(expression)) {
                    all.put(selector, dashboard.file().getFileName().toString());
                }
            }
        }
        return all;
    }

    private static Set<String> missing(Map<PromQl.Selector, String> asked, Map<String, Set<String>> told) {
        var missing = new TreeSet<String>();
        asked.forEach((selector, where) -> {
            var labels = told.get(selector.metric());
            if (labels == null) {
                missing.add("%s asks for %s".formatted(where, selector.metric()));
            } else {
                for (var label : selector.labels()) {
                    if (!labels.contains(label) && !OF_PROMETHEUS.contains(label)) {
                        missing.add("%s asks for %s by %s".formatted(where, selector.metric(), label));
                    }
                }
            }
        });
        return missing;
    }

    /** Every metric with its labels: the program's, those of our own rules, and Prometheus's own. */
    private static Map<String, Set<String>> told() throws IOException, InterruptedException {
        var all = new TreeMap<>(Exposition.read(get("/actuator/prometheus")).labels());
        AFTER_FIRST_USE.forEach(all::putIfAbsent);
        all.put("up", Set.of());
        Monitoring.rules().stream()
                .filter(rule -> rule.containsKey("record"))
                .forEach(rule -> all.put(rule.get("record").toString(), Set.of("outcome", "reason", "uri")));
        return all;
    }

    private static String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(SharedProgram.get().address().resolve(path))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static void refused() throws IOException, InterruptedException {
        assertThat(post("/api/v1/videos", "{\"title\":\"Nobody's\"}")).isEqualTo(401);
    }

    private static void watched(String video) throws IOException, InterruptedException {
        var beacon =
                "{\"session\":\"of-the-metrics\",\"intervals\":[[0,3.5]],\"elapsedSeconds\":3.5,\"sentSeconds\":3.5}";
        assertThat(post("/api/v1/videos/" + video + "/views", beacon)).isEqualTo(202);
    }

    private static void shared(String video) throws IOException, InterruptedException {
        assertThat(post("/api/v1/videos/" + video + "/shares", "{\"session\":\"of-the-metrics\",\"way\":\"link\"}"))
                .isEqualTo(202);
    }

    private static int post(String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(SharedProgram.get().address().resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}

package com.socialflow.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Uses the program once, as a visitor would, while the JVM writes down which classes and profiles that took: the next
 * start reads them instead of finding out again (JEP 483, JEP 515).
 */
class Training {

    private static final Duration ENGINES_MAX = Duration.ofMinutes(2);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final int ROUNDS = 20;

    private static final List<String> READS = List.of(
            "/",
            "/api/v1/videos?sort=recent",
            "/api/v1/me",
            "/api/v1/videos/0000000000000",
            "/actuator/health",
            "/actuator/health/readiness",
            "/actuator/prometheus",
            "/.well-known/jwks.json",
            "/api/v1/accounts/@nobody");

    private final ProgramSettings settings;
    private final Environment environment;
    private final EmbeddedEngines engines;

    Training(ProgramSettings settings, Environment environment, EmbeddedEngines engines) {
        this.settings = settings;
        this.environment = environment;
        this.engines = engines;
    }

    boolean wanted() {
        return settings.train();
    }

    /** Reads every kind of page and signs one person up. */
    void run() {
        engines.kafka(ENGINES_MAX);
        var root = "http://localhost:" + environment.getProperty("local.server.port");
        try (var client = HttpClient.newHttpClient()) {
            var person = """
                    {"username":"training","email":"training@example.org","password":"a long training sentence",
                     "birthDate":"1990-01-01"}""";
            send(client, post(root + "/api/v1/accounts", person));
            var login = "{\"login\":\"training\",\"password\":\"a long training sentence\"}";
            send(client, post(root + "/api/v1/sessions", login));
            for (var round = 0; round < ROUNDS; round++) {
                for (var path : READS) {
                    send(client, HttpRequest.newBuilder(URI.create(root + path)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the training visitor was not served", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest.Builder post(String address, String json) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    private static void send(HttpClient client, HttpRequest.Builder request) throws IOException, InterruptedException {
        client.send(request.timeout(ANSWER_MAX).build(), BodyHandlers.discarding());
    }
}

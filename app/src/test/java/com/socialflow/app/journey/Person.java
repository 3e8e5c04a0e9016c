package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who uses the API over real HTTP. */
public final class Person {

    /** What every person of the tests signs in with. */
    public static final String PASSWORD = "a sentence that nobody guesses";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI server;
    private final String token;

    private Person(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Somebody who is not signed in. */
    public static Person anonymous(URI server) {
        return new Person(server, "");
    }

    /** Somebody who has this access token. */
    public static Person withToken(URI server, String token) {
        return new Person(server, token);
    }

    /** The same person, at another process. */
    public Person at(URI server) {
        return new Person(server, token);
    }

    /** Signs up and in. */
    public static Person registered(URI server, String username) {
        var visitor = anonymous(server);
        var made = visitor.post("/api/v1/accounts", """
                {"username":"%s","email":"%s@example.org","password":"%s","birthDate":"1990-05-17"}
                """.formatted(username, username, PASSWORD));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return visitor.signIn(username);
    }

    /** Signs in with the password that everybody has. */
    public Person signIn(String username) {
        var session = post("/api/v1/sessions", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(username, PASSWORD));
        assertThat(session.statusCode()).as(session.body()).isEqualTo(201);
        return new Person(server, json(session).path("accessToken").asString());
    }

    public String token() {
        return token;
    }

    /** Makes a video that waits for its bytes, and gives its id. */
    public String video(String title) {
        var made = post("/api/v1/videos", "{\"title\":\"%s\"}".formatted(title));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).path("id").asString();
    }

    /** Makes a video of a file with one request. */
    public String upload(String title, Path file) {
        var id = video(title);
        var answer = put("/api/v1/videos/" + id + "/file", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return id;
    }

    /** The video once its state is final, or the last that was seen of it. */
    public JsonNode awaitEnd(String video, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var now = json(get("/api/v1/videos/" + video));
            var state = now.path("state").asString();
            if (state.equals("ready") || state.equals("failed") || System.nanoTime() > deadline) {
                return now;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<byte[]> bytes(String path, String... headers) {
        var request = request(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers), BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        return body("POST", path, "application/json", BodyPublishers.ofString(json), headers);
    }

    public HttpResponse<String> patch(String path, String json, String... headers) {
        return body("PATCH", path, "application/json", BodyPublishers.ofString(json), headers);
    }

    public HttpResponse<String> put(String path, Path file) {
        try {
            return body("PUT", path, "application/octet-stream", BodyPublishers.ofFile(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    /** Any request with a body. */
    public HttpResponse<String> body(
            String method, String path, String type, BodyPublisher content, String... headers) {
        var request = request(path).header("Content-Type", type).method(method, content);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Any request that is prepared by hand. */
    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(server.resolve(path)).timeout(ANSWER_MAX);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return CLIENT.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Anything as JSON. */
    public static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** The answer as JSON. */
    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}

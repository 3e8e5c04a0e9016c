package com.socialflow.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The few calls of the public API that the demo makes. It stands on the JDK alone, so that the launcher can start it
 * from source; it takes single strings out of answers and needs no JSON library for that.
 */
final class Program implements AutoCloseable {

    private static final Duration ANSWER_MAX = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    Program(String address) {
        this.address = address;
    }

    /** Waits until the program takes requests, and throws when it does not in time. */
    void awaitReady(Duration most) throws InterruptedException {
        var deadline = System.nanoTime() + most.toNanos();
        while (!ready()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the program at %s is not ready".formatted(address));
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private boolean ready() throws InterruptedException {
        try {
            return send(request("/actuator/health/readiness").GET()).statusCode() == OK;
        } catch (IOException e) {
            // Nobody listens yet.
            return false;
        }
    }

    /** Signs a person up; one who is there already is fine. */
    void register(String username, String displayName, String password) throws IOException, InterruptedException {
        var form = """
                {"username":"%s","displayName":"%s","email":"%s@example.org","password":"%s",
                 "birthDate":"1990-05-17"}""";
        var body = json(form.formatted(username, displayName, username, password));
        var answer = send(request("/api/v1/accounts").POST(body));
        if (answer.statusCode() != CONFLICT) {
            expectSuccess(answer);
        }
    }

    /** An access token. */
    String signIn(String username, String password) throws IOException, InterruptedException {
        var body = json("{\"login\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
        return text(
                "accessToken", expectSuccess(send(request("/api/v1/sessions").POST(body))));
    }

    /** The id of the account that the token is for. */
    String me(String token) throws IOException, InterruptedException {
        return text("id", expectSuccess(send(request("/api/v1/me", token).GET())));
    }

    /** Whether the account has videos in whatever state: its owner sees those that are not ready, too. */
    boolean hasVideos(String token, String account) throws IOException, InterruptedException {
        var page = expectSuccess(
                send(request("/api/v1/videos?limit=1&owner=" + account, token).GET()));
        return !page.contains("\"items\":[]");
    }

    /** The id of a new public video that waits for its file. */
    String createVideo(String token, String title, String description, List<String> tags)
            throws IOException, InterruptedException {
        var quoted = tags.stream().map(tag -> "\"" + tag + "\"").collect(Collectors.joining(","));
        var form = """
                {"title":"%s","description":"%s","tags":[%s],"visibility":"public"}""";
        var body = json(form.formatted(title, description, quoted));
        return text("id", expectSuccess(send(request("/api/v1/videos", token).POST(body))));
    }

    void upload(String token, String video, Path file) throws IOException, InterruptedException {
        var request = request("/api/v1/videos/%s/file".formatted(video), token)
                .setHeader("Content-Type", "video/mp4")
                .PUT(BodyPublishers.ofFile(file));
        expectSuccess(send(request));
    }

    /** The id of the account's newest video. */
    String firstVideo(String token) throws IOException, InterruptedException {
        var path = "/api/v1/videos?limit=1&owner=" + me(token);
        return text("id", expectSuccess(send(request(path, token).GET())));
    }

    void follow(String token, String account) throws IOException, InterruptedException {
        put(token, "/api/v1/accounts/%s/follow".formatted(account));
    }

    /** The id of a new post. */
    String post(String token, String words) throws IOException, InterruptedException {
        return publish(token, "{\"text\":\"%s\"}".formatted(words));
    }

    /** The id of a new post that answers another one. */
    String reply(String token, String answered, String words) throws IOException, InterruptedException {
        return publish(token, "{\"text\":\"%s\",\"replyTo\":\"%s\"}".formatted(words, answered));
    }

    void comment(String token, String video, String words) throws IOException, InterruptedException {
        publish(token, "{\"text\":\"%s\",\"commentOn\":\"%s\"}".formatted(words, video));
    }

    private String publish(String token, String body) throws IOException, InterruptedException {
        return text("id", expectSuccess(send(request("/api/v1/posts", token).POST(json(body)))));
    }

    void like(String token, String post) throws IOException, InterruptedException {
        put(token, "/api/v1/posts/%s/like".formatted(post));
    }

    void repost(String token, String post) throws IOException, InterruptedException {
        put(token, "/api/v1/posts/%s/repost".formatted(post));
    }

    private void put(String token, String path) throws IOException, InterruptedException {
        expectSuccess(send(request(path, token).PUT(BodyPublishers.noBody())));
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(ANSWER_MAX)
                .setHeader("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path, String token) {
        return request(path).setHeader("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static BodyPublisher json(String text) {
        return BodyPublishers.ofString(text);
    }

    private static String expectSuccess(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s %s was answered with %d: %s"
                    .formatted(answer.request().method(), answer.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    /** The first string of that name in a JSON text. */
    private static String text(String name, String json) {
        var found = Pattern.compile("\"%s\"\\s*:\\s*\"([^\"\\\\]*)\"".formatted(name))
                .matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no %s in: %s".formatted(name, json));
        }
        return found.group(1);
    }
}

package com.socialflow.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client as anyone writes one: method, path, who, headers, body. */
public final class Http {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final int port;

    public Http(int port) {
        this.port = port;
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** The stable code of a problem. */
        public String code() {
            return json().path("code").asString();
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public Answer get(String path, @Nullable Person who, String... headers) {
        return send("GET", path, who, BodyPublishers.noBody(), headers);
    }

    public Answer post(String path, @Nullable Person who, String json, String... headers) {
        return send("POST", path, who, BodyPublishers.ofString(json), with(headers, "application/json"));
    }

    public Answer patch(String path, @Nullable Person who, String json, String... headers) {
        return send("PATCH", path, who, BodyPublishers.ofString(json), with(headers, "application/json"));
    }

    public Answer delete(String path, @Nullable Person who, String... headers) {
        return send("DELETE", path, who, BodyPublishers.noBody(), headers);
    }

    public Answer send(String method, String path, @Nullable Person who, BodyPublisher body, String... headers) {
        try {
            return new Answer(client.send(request(method, path, who, body, headers), BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    /** An answer whose body is read as it comes. */
    public HttpResponse<InputStream> open(String path, @Nullable Person who, String... headers) {
        try {
            return client.send(
                    request("GET", path, who, BodyPublishers.noBody(), headers), BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("GET " + path, e);
        }
    }

    private HttpRequest request(
            String method, String path, @Nullable Person who, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(uri(path)).method(method, body).timeout(PATIENCE);
        if (who != null) {
            request.header("Authorization", "Bearer " + who.token().get());
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    private static String[] with(String[] headers, String contentType) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = contentType;
        return all;
    }
}

package com.socialflow.user;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A client of the API over real HTTP. */
public final class Api {

    /** A password that everybody in the tests has. */
    public static final String PASSWORD = "correct horse battery";

    private final RestClient client;
    private final String base;
    private final JsonMapper json = new JsonMapper();

    Api(int port) {
        // Not the Apache client that a test dependency brings along: it waits for as long as a Retry-After says.
        client = RestClient.builder()
                .requestFactory(new JdkClientHttpRequestFactory())
                .build();
        base = "http://127.0.0.1:" + port;
    }

    /** A request with headers given as names and values in turn; a string goes as it is, anything else as JSON. */
    public Answer call(String method, String path, @Nullable Object body, String... headers) {
        var request = client.method(HttpMethod.valueOf(method)).uri(URI.create(base + path));
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (body != null) {
            var text = body instanceof String raw ? raw : json.writeValueAsString(body);
            request.contentType(MediaType.APPLICATION_JSON).body(text.getBytes(StandardCharsets.UTF_8));
        }
        return request.exchange((_, response) -> {
            var bytes = response.getBody().readAllBytes();
            return new Answer(
                    response.getStatusCode().value(),
                    response.getHeaders(),
                    bytes.length == 0 ? JsonNodeFactory.instance.objectNode() : json.readTree(bytes));
        });
    }

    public Answer get(String path, String... headers) {
        return call("GET", path, null, headers);
    }

    public Answer post(String path, Object body, String... headers) {
        return call("POST", path, body, headers);
    }

    /** A form that is good as it is. */
    public static Map<String, Object> form(String username) {
        return Map.of(
                "username",
                username,
                "email",
                username + "@example.com",
                "password",
                PASSWORD,
                "birthDate",
                "1990-05-17");
    }

    /** Registers somebody. */
    public Answer register(String username) {
        return post("/api/v1/accounts", form(username));
    }

    /** Signs in for tokens in the body. */
    public Answer signIn(String login, String password, String... headers) {
        return post("/api/v1/sessions", Map.of("login", login, "password", password), headers);
    }

    public Answer refresh(String token) {
        return post("/api/v1/sessions/refresh", Map.of("refreshToken", token));
    }

    public Answer me(String accessToken) {
        return get("/api/v1/me", "Authorization", "Bearer " + accessToken);
    }

    /** The results of doing it so many times at once. */
    public static <T> List<T> atOnce(int times, Supplier<T> what) {
        var results = new ArrayList<T>();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < times; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                var result = what.get();
                synchronized (results) {
                    results.add(result);
                }
            }));
        }
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return results;
    }
}

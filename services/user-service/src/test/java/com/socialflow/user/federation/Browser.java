package com.socialflow.user.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser: it keeps cookies, and goes where it is sent only when told to. */
final class Browser {

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final String base;
    private final Map<String, String> cookies = new HashMap<>();

    Browser(String base) {
        this.base = base;
    }

    /** The same one at another moment, or in a thief's hands. */
    Browser copy() {
        var copy = new Browser(base);
        copy.cookies.putAll(cookies);
        return copy;
    }

    boolean signedIn() {
        return cookies.containsKey("sf_access");
    }

    HttpResponse<String> get(String address, String... headers) {
        return send(HttpRequest.newBuilder(address(address)).GET(), headers);
    }

    HttpResponse<String> send(String method, String path, Object body, String... headers) {
        var request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .header("X-Socialflow-Csrf", "1")
                .header("X-Socialflow-Session", "cookie")
                .method(method, BodyPublishers.ofString(json.writeValueAsString(body)));
        return send(request, headers);
    }

    JsonNode json(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    private URI address(String address) {
        return URI.create(address.startsWith("/") ? base + address : address);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        var pair = header.substring(0, header.indexOf(';'));
        var name = pair.substring(0, pair.indexOf('='));
        var value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }
}

package com.socialflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's browser, as far as an authorization server sees it: a cookie, and a page of ours that posts answers. */
record Browser(String base, String cookie) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    /** What a question led to: a page of ours, or the program's address. */
    HttpResponse<String> open(URI address) {
        return send(request(address).GET());
    }

    /** Where a question leads. */
    URI location(URI address) {
        var response = open(address);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(302);
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    /** Asks the person, unless that was done before, who allows these scopes; returns where the browser is sent. */
    URI allow(URI question, String... scopes) {
        var page = location(question);
        if (page.toString().startsWith(base + "/login")) {
            throw new AssertionError("nobody is signed in: " + page);
        }
        if (!page.toString().startsWith(base + "/oauth/consent")) {
            return page;
        }
        return URI.create(answer(page, scopes).get("redirect").asString());
    }

    /** The person answers on the page that asks. */
    JsonNode answer(URI page, String... scopes) {
        var asked = parameters(page);
        var form = new ArrayList<String>(
                List.of("client_id", asked.getOrDefault("client_id", ""), "state", asked.getOrDefault("state", "")));
        if (asked.containsKey("user_code")) {
            form.addAll(List.of("user_code", asked.getOrDefault("user_code", "")));
        }
        for (var scope : scopes) {
            form.addAll(List.of("scope", scope));
        }
        var path = asked.containsKey("user_code") ? "/oauth2/device_verification" : "/oauth2/authorize";
        return json(post(path, form, "X-Socialflow-Csrf", "1", "Accept", "application/json"));
    }

    JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    HttpResponse<String> post(String path, List<String> form, String... headers) {
        var request = request(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded");
        if (headers.length > 0) {
            request.headers(headers);
        }
        var text = new StringBuilder();
        for (var i = 0; i < form.size(); i += 2) {
            text.append(i == 0 ? "" : "&")
                    .append(form.get(i))
                    .append('=')
                    .append(URLEncoder.encode(form.get(i + 1), StandardCharsets.UTF_8));
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(text.toString())));
    }

    private HttpRequest.Builder request(URI address) {
        var request = HttpRequest.newBuilder(address);
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> parameters(URI address) {
        var found = new LinkedHashMap<String, String>();
        var query = address.getRawQuery();
        for (var part : query == null ? new String[0] : query.split("&")) {
            var at = part.indexOf('=');
            found.put(part.substring(0, at), URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
        }
        return found;
    }
}

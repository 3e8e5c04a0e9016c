package com.socialflow.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.platform.TestProgram;
import com.socialflow.platform.calls.CallIdentity;
import com.socialflow.platform.policy.Permit;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.testkit.TestEngines;
import com.socialflow.testkit.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is let in, over real connections: to a process with the keys, and to one that asks another for them. */
@Tag("engines")
class AuthHttpTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final AccountId ALICE = new AccountId(4_711);
    private static final TestTokens TOKENS = new TestTokens(TestClock.atNoon());
    private static final List<ConfigurableApplicationContext> PROGRAMS = new ArrayList<>();
    private static String here = "";
    private static String elsewhere = "";
    private static String lost = "";

    @RestController
    static class Doors {

        @Permit(value = "test.mine", scope = Permit.ANY_SCOPE)
        @GetMapping("/api/v1/mine")
        Map<String, Object> mine(Actor actor) {
            var logged = CallIdentity.current().account();
            return Map.of("account", actor.account(), "logged", logged == null ? 0 : logged);
        }

        @Permit(value = "test.open", scope = Permit.ANY_SCOPE)
        @GetMapping("/api/v1/open")
        Map<String, Object> open(Optional<Actor> actor) {
            return Map.of("known", actor.isPresent());
        }

        @Permit(value = "test.mine", scope = Permit.ANY_SCOPE)
        @PutMapping("/api/v1/mine")
        Map<String, Object> change(Actor actor) {
            return Map.of("account", actor.account());
        }

        @Permit(value = "test.open", scope = Permit.ANY_SCOPE)
        @GetMapping("/.well-known/jwks.json")
        Map<String, Object> keys() {
            return TOKENS.publicKeys().toJSONObject(true);
        }
    }

    static class WithoutKeys {

        @Bean
        static TestClock clock() {
            return TestClock.atNoon();
        }

        @Bean
        Doors doors() {
            return new Doors();
        }
    }

    static class WithKeys {

        @Bean
        TestTokens tokens() {
            return TOKENS;
        }
    }

    @BeforeAll
    static void start() {
        var database = TestEngines.postgres();
        here = start(TestProgram.start(
                database,
                false,
                List.of("--socialflow.auth.metrics-token=let-me-read", "--management.endpoints.web.exposure.include=*"),
                WithoutKeys.class,
                WithKeys.class));
        var keys = "--socialflow.auth.jwks-url=" + here + "/.well-known/jwks.json";
        elsewhere = start(TestProgram.start(database, false, List.of(keys), WithoutKeys.class));
        lost = start(TestProgram.start(database, false, List.of(), WithoutKeys.class));
    }

    private static String start(ConfigurableApplicationContext program) {
        PROGRAMS.add(program);
        return TestProgram.address(program);
    }

    @AfterAll
    static void stop() {
        PROGRAMS.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void tellsControllersWhoCalls() {
        var answer = get(here, "/api/v1/mine", "Authorization", "Bearer " + TOKENS.of(ALICE));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"account\":\"" + ALICE + "\"", "\"logged\":" + ALICE.value());
    }

    @Test
    void letsEverybodyInWhereNobodyNeedsToBeKnown() {
        assertThat(get(here, "/api/v1/open").body()).contains("false");
        assertThat(get(here, "/api/v1/open", "Authorization", "bearer " + TOKENS.of(ALICE))
                        .body())
                .contains("true");
        assertThat(get(here, "/api/v1/open", "Cookie", "sf_access=" + TOKENS.of(ALICE))
                        .body())
                .contains("true");
    }

    @Test
    void sendsAwayWhoHasNoTokenOrABadOne() {
        assertProblem(get(here, "/api/v1/mine"), 401, "authentication-required");
        var bad = get(here, "/api/v1/open", "Authorization", "Bearer x.y.z");
        assertProblem(bad, 401, "token-invalid");
        assertThat(bad.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("error=\"invalid_token\"");
        assertThat(bad.headers().firstValue("X-Request-Id")).isPresent();
    }

    @Test
    void asksACookieForMoreThanItselfBeforeItChangesSomething() {
        var cookie = "sf_access=" + TOKENS.of(ALICE);

        assertProblem(put("/api/v1/mine", "Cookie", cookie), 403, "cross-site");
        assertThat(put("/api/v1/mine", "Cookie", cookie, "X-Socialflow-Csrf", "1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(put("/api/v1/mine", "Authorization", "Bearer " + TOKENS.of(ALICE))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void readsTheKeysOfAnotherProcess() {
        var good = get(elsewhere, "/api/v1/mine", "Authorization", "Bearer " + TOKENS.of(ALICE));
        var stranger = new TestTokens(TestClock.atNoon()).of(ALICE);

        assertThat(good.statusCode()).isEqualTo(200);
        assertProblem(get(elsewhere, "/api/v1/mine", "Authorization", "Bearer " + stranger), 401, "token-invalid");
    }

    @Asvs("V16.5.3")
    @Test
    void saysSoWhenItHasNoKeys() {
        var answer = get(lost, "/api/v1/mine", "Authorization", "Bearer " + TOKENS.of(ALICE));

        assertProblem(answer, 503, "identity-unavailable");
        assertThat(get(lost, "/api/v1/open").statusCode()).isEqualTo(200);
    }

    @Asvs("V13.4.5")
    @Test
    void showsHealthToEverybodyAndMetricsToThisHost() {
        var proxied = new String[] {"X-Forwarded-For", "203.0.113.7"};

        assertThat(get(here, "/actuator/health/liveness", proxied).statusCode()).isEqualTo(200);
        assertThat(get(here, "/actuator/prometheus").statusCode()).isEqualTo(200);
        assertProblem(get(here, "/actuator/prometheus", proxied), 401, "authentication-required");
        assertProblem(get(here, "/%61ctuator/prometheus", proxied), 401, "authentication-required");
        assertProblem(get(here, "/actuator", proxied), 401, "authentication-required");
        assertThat(get(here, "/actuator/prometheus", "X-Forwarded-For", "x", "Authorization", "Bearer let-me-read")
                        .statusCode())
                .isEqualTo(200);
        assertProblem(
                get(here, "/actuator/prometheus", "X-Forwarded-For", "x", "Authorization", "Bearer guess"),
                401,
                "authentication-required");
    }

    @Asvs({"V1.1.1", "V5.3.2"})
    @ParameterizedTest
    @ValueSource(strings = {"//api/v1/open", "/api/v1/open;a=b", "/api/../api/v1/mine/%2e%2e/open"})
    void refusesAddressesThatAreReadInTwoWays(String path) throws IOException {
        var answer = raw(path);

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(answer).contains("application/problem+json", "\"code\":\"malformed\"");
    }

    /** As it is: a client would tidy the path. */
    private static String raw(String path) throws IOException {
        var address = URI.create(here);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var request = "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    private static HttpResponse<String> get(String server, String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(server + path)).GET(), headers);
    }

    private static HttpResponse<String> put(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(here + path)).PUT(BodyPublishers.noBody()), headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        try {
            return CLIENT.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package com.socialflow.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.platform.TestProgram;
import com.socialflow.platform.policy.Permit;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.testkit.TestDatabase;
import com.socialflow.testkit.TestEngines;
import com.socialflow.testkit.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Limits over real connections: of two processes with one Redis, of one without, and of one without limits. */
@Tag("engines")
class LimitsHttpTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final TestClock CLOCK = TestClock.atNoon();
    private static final TestTokens TOKENS = new TestTokens(CLOCK);
    private static final Random RANDOM = new Random();
    private static final List<ConfigurableApplicationContext> PROGRAMS = new ArrayList<>();
    private static String one = "";
    private static String two = "";
    private static String alone = "";
    private static String unlimited = "";

    private final AccountId alice = new AccountId(RANDOM.nextLong(Long.MAX_VALUE));

    @RestController
    static class Doors {

        @Permit("test.open")
        @GetMapping("/api/v1/thing")
        Map<String, Object> read() {
            return Map.of();
        }

        @Permit("test.open")
        @PostMapping("/api/v1/thing")
        Map<String, Object> write() {
            return Map.of();
        }

        @Permit("test.open")
        @Limited(RouteClass.REGISTRATION)
        @PostMapping("/api/v1/account")
        Map<String, Object> register() {
            return Map.of();
        }
    }

    static class Parts {

        @Bean
        static TestClock clock() {
            return CLOCK;
        }

        @Bean
        TestTokens tokens() {
            return TOKENS;
        }

        @Bean
        Doors doors() {
            return new Doors();
        }
    }

    @BeforeAll
    static void start() {
        var database = TestEngines.postgres();
        var redis = TestEngines.redis();
        var withRedis = "--socialflow.redis.url=redis://%s:%s@%s:%d"
                .formatted(redis.user(), redis.password(), redis.host(), redis.port());
        one = start(database, withRedis, "1");
        two = start(database, withRedis, "1");
        alone = start(database, "--socialflow.redis.url=redis://127.0.0.1:1", "2");
        unlimited = start(database, "--socialflow.redis.url=redis://127.0.0.1:1", "0");
    }

    private static String start(TestDatabase database, String redis, String scale) {
        var program = TestProgram.start(
                database,
                false,
                List.of(
                        redis,
                        "--socialflow.limits.reads=5/1m",
                        "--socialflow.limits.writes=3/1m",
                        "--socialflow.limits.registration=60/1h burst 2",
                        "--socialflow.limits.tokens=1/1m",
                        "--socialflow.limits.scale=" + scale),
                Parts.class);
        PROGRAMS.add(program);
        return TestProgram.address(program);
    }

    @AfterAll
    static void stop() {
        PROGRAMS.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void tellsHowManyAreLeft() throws Exception {
        var answer = write(one, alice);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"writes\";q=3;w=60");
        assertThat(answer.headers().firstValue("RateLimit").orElse("")).matches("\"writes\";r=2;t=(19|20)");
    }

    @Asvs("V2.4.1")
    @Test
    void oneTooManyIsToldWhenToComeBack() throws Exception {
        for (var i = 0; i < 3; i++) {
            assertThat(write(one, alice).statusCode()).isEqualTo(200);
        }

        var refused = write(one, alice);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("\"rate-limited\"").contains("\"violated-policies\":[\"writes\"]");
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        var wait = refused.headers().firstValue("Retry-After").orElse("");
        assertThat(wait).isIn("19", "20");
        assertThat(refused.headers().firstValue("RateLimit")).contains("\"writes\";r=0;t=" + wait);
    }

    @Test
    void processesCountWritesTogether() throws Exception {
        assertThat(write(one, alice).statusCode()).isEqualTo(200);
        assertThat(write(two, alice).statusCode()).isEqualTo(200);
        assertThat(write(one, alice).statusCode()).isEqualTo(200);

        assertThat(write(two, alice).statusCode()).isEqualTo(429);
    }

    @Test
    void processesCountReadsEachForItself() throws Exception {
        for (var i = 0; i < 5; i++) {
            assertThat(send(one, "GET", "/api/v1/thing", TOKENS.of(alice)).statusCode())
                    .isEqualTo(200);
        }

        assertThat(send(one, "GET", "/api/v1/thing", TOKENS.of(alice)).statusCode())
                .isEqualTo(429);
        assertThat(send(two, "GET", "/api/v1/thing", TOKENS.of(alice)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPersonIsOneHoweverManySessions() throws Exception {
        for (var session : List.of("a", "b", "c")) {
            assertThat(write(one, session(session)).statusCode()).isEqualTo(200);
        }

        assertThat(write(one, session("d")).statusCode()).isEqualTo(429);
        assertThat(write(one, new AccountId(alice.value() + 1)).statusCode()).isEqualTo(200);
    }

    @Asvs("V16.5.2")
    @Test
    void whileRedisIsAwayEachProcessCounts() throws Exception {
        for (var i = 0; i < 6; i++) {
            assertThat(write(alone, alice).statusCode()).isEqualTo(200);
        }
        assertThat(write(alone, alice).statusCode()).isEqualTo(429);

        CLOCK.advance(Duration.ofSeconds(10));

        assertThat(write(alone, alice).statusCode()).isEqualTo(200);
    }

    @Test
    void aScaleMultipliesThemAll() throws Exception {
        assertThat(write(alone, alice).headers().firstValue("RateLimit-Policy")).contains("\"writes\";q=6;w=60");
    }

    @Asvs("V2.4.1")
    @Test
    void accountsAreMadeByAddressWhoeverIsSignedIn() throws Exception {
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 3; i++) {
            var token = TOKENS.of(new AccountId(alice.value() + i));
            statuses.add(send(one, "POST", "/api/v1/account", token).statusCode());
        }

        assertThat(statuses).containsExactly(200, 200, 429);
    }

    @Test
    void theAuthorizationServersPathsAreLimitedToo() throws Exception {
        assertThat(send(one, "POST", "/oauth2/token", "").statusCode()).isNotEqualTo(429);
        var refused = send(one, "POST", "/oauth2/token", "");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("RateLimit-Policy")).contains("\"tokens\";q=1;w=60");
    }

    @Test
    void withoutAScaleThereAreNoLimits() throws Exception {
        for (var i = 0; i < 10; i++) {
            var answer = write(unlimited, alice);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
        }
    }

    private String session(String name) {
        return TOKENS.sign(TOKENS.claims(alice).claim("sid", name).build());
    }

    private static HttpResponse<String> write(String program, AccountId account)
            throws IOException, InterruptedException {
        return write(program, TOKENS.of(account));
    }

    private static HttpResponse<String> write(String program, String token) throws IOException, InterruptedException {
        return send(program, "POST", "/api/v1/thing", token);
    }

    private static HttpResponse<String> send(String program, String method, String path, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(program + path)).method(method, BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}

package com.socialflow.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.Cursor;
import com.socialflow.core.Page;
import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.TestProgram;
import com.socialflow.platform.database.ServiceSchema;
import com.socialflow.platform.policy.Permit;
import com.socialflow.testkit.Asvs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What every service's HTTP has in common, over real connections. */
@Tag("engines")
class HttpTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // before any test
    private static ConfigurableApplicationContext program;

    private final Things things = program.getBean(Things.class);

    record Thing(String name, int size, Optional<String> note) {}

    @Permit(value = "test.open", scope = Permit.ANY_SCOPE)
    @RestController
    @RequestMapping("/api/v1/things")
    static class Things {

        private final AtomicInteger made = new AtomicInteger();
        private volatile CountDownLatch slow = new CountDownLatch(0);

        @PostMapping
        Map<String, Object> make(@RequestBody Thing thing) throws InterruptedException {
            slow.await(5, TimeUnit.SECONDS);
            return Map.of("number", made.incrementAndGet(), "name", thing.name());
        }

        @GetMapping("/{id}")
        Map<String, Object> one(@PathVariable VideoId id) {
            if (id.value() == 1) {
                throw Problem.conflict("odd", "%s is odd", id);
            }
            if (id.value() == 2) {
                throw new IllegalStateException("a secret of the inside");
            }
            return Map.of("id", id);
        }

        @GetMapping
        Object list(PageRequest page) {
            var rows = List.of(9L, 8L, 7L).stream()
                    .filter(row -> row < page.after().positionOr(Long.MAX_VALUE))
                    .toList();
            return PageView.of(Page.cut(rows, page.limit(), row -> row), row -> row);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Services {

        @Bean
        ServiceSchema video() {
            return new ServiceSchema("video");
        }

        @Bean
        Things things() {
            return new Things();
        }
    }

    @BeforeAll
    static void start() {
        program = TestProgram.start(false, Services.class);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Asvs({"V2.2.1", "V15.3.5"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":"a","size":1                                      | 400 | malformed
            {"name":"a","size":"x"}                                   | 400 | malformed
            {"name":"a","size":1.5}                                   | 400 | malformed
            {"name":"a"}                                              | 400 | malformed
            {"name":"a","size":1,"admin":true}                        | 400 | malformed
            {"name":"a","name":"b","size":1}                          | 400 | malformed
            {"name":"a","size":1} trailing                            | 400 | malformed
            []                                                        | 400 | malformed
            null                                                      | 400 | malformed
            """)
    void aBodyThatDoesNotFitIsMalformed(String body, int status, String code) throws Exception {
        var answer = post("/api/v1/things", body, Map.of());

        assertProblem(answer, status, code);
    }

    @Test
    void deepJsonIsMalformed() throws Exception {
        assertProblem(post("/api/v1/things", "[".repeat(100_000), Map.of()), 400, "malformed");
    }

    @Test
    void whatTheServerRefusesBeforeAnyFilterIsAProblemWithAnIdToo() throws Exception {
        var answer = send(request("/api/v1/things/%00").header("X-Request-Id", "mine"));

        assertProblem(answer, 400, "malformed");
        assertThat(answer.headers().firstValue("X-Request-Id")).contains("mine");
        assertThat(send(request("/api/v1/..%2f")).body()).containsPattern("\"requestId\":\"[0-9A-Z]{13}\"");
    }

    @Test
    void aBodyOverTheLimitIsTooLargeWhetherItsLengthIsSaidOrNot() throws Exception {
        var large = "{\"name\":\"%s\",\"size\":1}".formatted("x".repeat(2 << 20));
        assertProblem(post("/api/v1/things", large, Map.of()), 413, "too-large");

        var chunked = request("/api/v1/things")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        assertProblem(send(chunked), 413, "too-large");
    }

    @Test
    void refusalsOfTheServerAreProblemsToo() throws Exception {
        assertProblem(send(request("/api/v1/nothing").GET()), 404, "not-found");
        assertProblem(send(request("/api/v1/things/0").GET()), 404, "not-found");
        assertProblem(send(request("/api/v1/things").DELETE()), 405, "method-not-allowed");
        assertProblem(
                send(request("/api/v1/things")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("a"))),
                415,
                "media-type-not-supported");
        assertProblem(send(request("/api/v1/things?limit=101").GET()), 400, "bad-limit");
        assertProblem(send(request("/api/v1/things?cursor=%27").GET()), 400, "bad-cursor");
    }

    @Test
    void aProblemSaysWhatAndWhichRequest() throws Exception {
        var answer = send(request("/api/v1/things/" + new VideoId(1))
                .header("X-Request-Id", "abc-1")
                .GET());

        assertProblem(answer, 409, "odd");
        assertThat(answer.body()).contains("\"requestId\":\"abc-1\"");
        assertThat(answer.headers().firstValue("X-Request-Id")).contains("abc-1");
    }

    @Asvs({"V13.4.2", "V16.5.1"})
    @Test
    void nothingOfTheInsideLeaves() throws Exception {
        var answer = send(request("/api/v1/things/" + new VideoId(2)).GET());

        assertProblem(answer, 500, "internal");
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void aPageLinksToTheNext() throws Exception {
        var first = send(request("/api/v1/things?limit=2").GET());
        assertThat(first.body()).isEqualTo("{\"items\":[9,8],\"nextCursor\":\"%s\"}".formatted(Cursor.at(8)));

        var link = first.headers().firstValue("Link").orElseThrow();
        var next = link.substring(1, link.indexOf('>'));
        assertThat(send(request(next).GET()).body()).isEqualTo("{\"items\":[7]}");
    }

    @Test
    void theSameKeyAndBodyGetTheFirstAnswerAgain() throws Exception {
        var before = things.made.get();
        var first = post("/api/v1/things", "{\"name\":\"a\",\"size\":1}", Map.of("Idempotency-Key", "k1"));
        var again = post("/api/v1/things", "{\"name\":\"a\",\"size\":1}", Map.of("Idempotency-Key", "k1"));

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(things.made.get()).isEqualTo(before + 1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() throws Exception {
        post("/api/v1/things", "{\"name\":\"a\",\"size\":1}", Map.of("Idempotency-Key", "k2"));
        var other = post("/api/v1/things", "{\"name\":\"b\",\"size\":1}", Map.of("Idempotency-Key", "k2"));

        assertProblem(other, 422, "idempotency-key-reused");
    }

    @Test
    void theSecondOfTwoAtOnceIsToldToWait() throws Exception {
        things.slow = new CountDownLatch(1);
        var body = "{\"name\":\"slow\",\"size\":1}";
        var one = CLIENT.sendAsync(keyed(body, "k3"), BodyHandlers.ofString());
        var two = CLIENT.sendAsync(keyed(body, "k3"), BodyHandlers.ofString());

        CompletableFuture.anyOf(one, two).get(4, TimeUnit.SECONDS);
        assertProblem((one.isDone() ? one : two).get(), 409, "idempotency-in-progress");
        things.slow.countDown();
        assertThat(List.of(one.get().statusCode(), two.get().statusCode())).containsExactlyInAnyOrder(200, 409);
    }

    private static HttpRequest keyed(String body, String key) {
        return request("/api/v1/things")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"%s\"".formatted(code)).contains("\"status\":" + status);
    }

    private static HttpResponse<String> post(String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(TestProgram.address(program) + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}

package com.socialflow.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.core.AccountId;
import com.socialflow.platform.Roles;
import com.socialflow.platform.TestProgram;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.user.v1.AccountsGrpc;
import com.socialflow.proto.user.v1.GetProfilesRequest;
import com.socialflow.proto.user.v1.GetProfilesResponse;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.testkit.TestTokens;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Policies before controllers and calls, over real connections. */
@Tag("engines")
class EdgeTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final TestTokens TOKENS = new TestTokens(TestClock.atNoon());
    private static final AccountId ALICE = new AccountId(4_711);

    @SuppressWarnings("NullAway.Init") // before any test
    private static ConfigurableApplicationContext program;

    @RestController
    static class Doors {

        @Permit("test.open")
        @GetMapping("/api/v1/open")
        Map<String, Object> open() {
            return Map.of();
        }

        @Permit(value = "test.open", scope = "videos:read")
        @GetMapping("/api/v1/readable")
        Map<String, Object> readable() {
            return Map.of();
        }

        @Permit(value = "test.moderate", scope = "admin:read")
        @GetMapping("/api/v1/moderate")
        Map<String, Object> moderate() {
            return Map.of();
        }

        @GetMapping("/api/v1/forgotten")
        Map<String, Object> forgotten() {
            return Map.of("secret", 1);
        }
    }

    /** One call says what it does and is permitted. */
    static class Accounts extends AccountsGrpc.AccountsImplBase {

        @Permit("test.call")
        @Override
        public void getProfiles(GetProfilesRequest request, StreamObserver<GetProfilesResponse> answer) {
            answer.onNext(GetProfilesResponse.getDefaultInstance());
            answer.onCompleted();
        }
    }

    /** The same does not. */
    static class Forgetful extends AccountsGrpc.AccountsImplBase {

        @Override
        public void getProfiles(GetProfilesRequest request, StreamObserver<GetProfilesResponse> answer) {
            answer.onNext(GetProfilesResponse.getDefaultInstance());
            answer.onCompleted();
        }
    }

    static class Parts {

        @Bean
        static TestClock clock() {
            return TestClock.atNoon();
        }

        @Bean
        TestTokens tokens() {
            return TOKENS;
        }

        @Bean
        Doors doors() {
            return new Doors();
        }

        @Bean
        Roles roles() {
            return new Roles(Roles.ALL);
        }
    }

    static class WithCalls {

        @Bean
        Accounts accounts() {
            return new Accounts();
        }
    }

    static class WithForgetfulCalls {

        @Bean
        Forgetful accounts() {
            return new Forgetful();
        }
    }

    @BeforeAll
    static void start() {
        program = TestProgram.start(false, Parts.class, WithCalls.class);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void whatIsOpenIsServedToAll() throws Exception {
        assertThat(get("/api/v1/open", "").statusCode()).isEqualTo(200);
    }

    @Asvs({"V8.2.1", "V16.5.3"})
    @Test
    void whatNobodyDeclaredIsServedToNobody() throws Exception {
        var answer = get("/api/v1/forgotten", TOKENS.of(ALICE, "admin"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"forbidden\"").doesNotContain("secret");
        assertThat(refusals("undeclared")).isPositive();
    }

    @Asvs("V8.2.1")
    @Test
    void rolesDecide() throws Exception {
        assertThat(get("/api/v1/moderate", "").statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/moderate", TOKENS.of(ALICE)).statusCode()).isEqualTo(403);
        assertThat(get("/api/v1/moderate", TOKENS.of(ALICE, "moderator")).statusCode())
                .isEqualTo(200);
        assertThat(refusals("test.moderate")).isPositive();
    }

    @Asvs("V10.3.2")
    @Test
    void programsNeedScopes() throws Exception {
        var claims = TOKENS.claims(ALICE, "moderator").claim("client_id", "program");

        var without = get(
                "/api/v1/moderate", TOKENS.sign(claims.claim("scope", "openid").build()));
        var with = get(
                "/api/v1/moderate",
                TOKENS.sign(claims.claim("scope", "admin:read openid").build()));

        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer error=\"insufficient_scope\", scope=\"admin:read\"");
        assertThat(with.statusCode()).isEqualTo(200);
    }

    @Test
    void programsThatActForThemselvesNeedScopesAndAPolicy() throws Exception {
        var claims = TOKENS.claims(ALICE).subject("program").claim("client_id", "program");
        var moderator = TOKENS.sign(claims.claim("scope", "admin:read").build());

        assertThat(get("/api/v1/open", moderator).statusCode()).isEqualTo(403);
        assertThat(get("/api/v1/moderate", moderator).body()).contains("forbidden");
        assertThat(get("/api/v1/readable", moderator).headers().firstValue("WWW-Authenticate"))
                .contains("Bearer error=\"insufficient_scope\", scope=\"videos:read\"");
        var reader = TOKENS.sign(claims.claim("scope", "videos:read").build());
        assertThat(get("/api/v1/readable", reader).statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/readable", "").statusCode()).isEqualTo(200);
    }

    @Test
    void errorsOfTheServerAreStillShown() throws Exception {
        assertThat(get("/api/v1/nothing-here", "").statusCode()).isEqualTo(404);
    }

    @Test
    void servicesMakePermittedCallsAlone() {
        assertThat(call(program)).isEqualTo(GetProfilesResponse.getDefaultInstance());
        try (var other = TestProgram.start(false, Parts.class, WithForgetfulCalls.class)) {
            assertThatThrownBy(() -> call(other))
                    .isInstanceOf(StatusRuntimeException.class)
                    .hasMessageContaining("PERMISSION_DENIED");
        }
    }

    private static GetProfilesResponse call(ConfigurableApplicationContext of) {
        return of.getBean(Calls.class)
                .stub(AccountsGrpc::newBlockingStub, "user")
                .getProfiles(GetProfilesRequest.getDefaultInstance());
    }

    private static double refusals(String action) {
        return program.getBean(MeterRegistry.class).get("socialflow.refusals").tag("action", action).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(TestProgram.address(program) + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}

package com.socialflow.user.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.socialflow.platform.auth.OpaqueTokenText;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.user.v1.FindTokenRequest;
import com.socialflow.proto.user.v1.FindTokenResponse.OutcomeCase;
import com.socialflow.proto.user.v1.FoundToken;
import com.socialflow.proto.user.v1.TokensGrpc;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class PersonalTokenTest extends UserServiceTest {

    private static final String PATH = "/api/v1/me/access-tokens";

    private final TestClock clock;
    private final JdbcClient jdbc;
    private final TokensGrpc.TokensBlockingStub grpc;
    private String name = "";
    private String[] alice = {};

    PersonalTokenTest(TestClock clock, JdbcClient jdbc, Calls calls) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.grpc = calls.stub(TokensGrpc::newBlockingStub, "user");
    }

    @BeforeEach
    void register() {
        name = someone();
        api.register(name);
        alice = new String[] {
            "Authorization", "Bearer " + api.signIn(name, Api.PASSWORD).text("accessToken")
        };
    }

    @Test
    void actsForItsPersonAndIsToldOnce() {
        var made = create(Map.of());
        var token = made.text("token");

        assertThat(made.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(token).matches("sfp_[A-Za-z0-9_-]{49}");
        assertThat(api.me(token).text("username")).isEqualTo(name);
        var listed = list().get(0);
        assertThat(listed.has("token")).isFalse();
        assertThat(listed.get("lastUsedAt").asString()).isNotEmpty();
        assertThat(jdbc.sql("""
                SELECT count(*) FROM "user".personal_token WHERE hash = :text
                """)
                        .param("text", token.getBytes(StandardCharsets.UTF_8))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isRefusedTenSecondsAfterItWasTakenBack() {
        var made = create(Map.of());
        assertThat(api.me(made.text("token")).status()).isEqualTo(200);

        assertThat(api.call("DELETE", PATH + "/" + made.text("id"), null, alice).status())
                .isEqualTo(204);
        clock.advance(Duration.ofSeconds(10));

        api.me(made.text("token")).isProblem(401, "token-invalid");
        api.call("DELETE", PATH + "/" + made.text("id"), null, alice).isProblem(404, "token-not-found");
    }

    @Test
    void isRefusedWhenItHasExpired() {
        var token = create(Map.of("expiresInDays", 1)).text("token");
        assertThat(api.me(token).status()).isEqualTo(200);

        clock.advance(Duration.ofDays(1));

        assertThat(api.me(token).status()).isEqualTo(401);
    }

    @Test
    void isRefusedWhenItsPersonMayNotComeIn() {
        var token = create(Map.of()).text("token");
        jdbc.sql("""
                UPDATE "user".account SET state = 'suspended' WHERE username = :name
                """).param("name", name).update();

        api.me(token).isProblem(401, "token-invalid");
    }

    @Test
    void isRefusedWhenItIsMalformed() {
        var token = create(Map.of()).text("token");
        for (var text : List.of(
                "sfp_",
                "sfp_x",
                token + "x",
                token.substring(0, 52),
                "SFP_" + token.substring(4),
                "sfp_" + "A".repeat(49))) {
            api.me(text).isProblem(401, "token-invalid");
        }
    }

    @Test
    void isNoCookie() {
        var token = create(Map.of()).text("token");

        api.get("/api/v1/me", "Cookie", "sf_access=" + token).isProblem(401, "token-invalid");
    }

    @Test
    void carriesNoPowerThatWasNotAskedFor() {
        jdbc.sql("""
                UPDATE "user".account SET roles = ARRAY['admin', 'creator'] WHERE username = :name
                """).param("name", name).update();

        assertThat(found(create(Map.of())).getRoleList()).containsExactly("creator");
        assertThat(found(create(Map.of("scopes", List.of("admin:read")))).getRoleList())
                .containsExactlyInAnyOrder("admin", "creator");
    }

    @Test
    void tellsOtherProcessesByItsHash() {
        var made = create(Map.of());

        assertThat(found(made).getScopeList()).containsExactly("profile:read");
        var unknown = FindTokenRequest.newBuilder()
                .setHash(ByteString.copyFrom(new byte[32]))
                .build();
        assertThat(grpc.findToken(unknown).getOutcomeCase()).isEqualTo(OutcomeCase.UNKNOWN);
    }

    private FoundToken found(Answer made) {
        return grpc.findToken(FindTokenRequest.newBuilder()
                        .setHash(ByteString.copyFrom(
                                OpaqueTokenText.hash(made.text("token")).orElseThrow()))
                        .build())
                .getFound();
    }

    @Test
    void isMadeOfANameScopesAndALimitedTime() {
        api.post(PATH, form(Map.of("name", " ")), alice).isInvalid("name", "invalid");
        api.post(PATH, form(Map.of("expiresInDays", 366)), alice).isInvalid("expiresInDays", "out-of-range");
        api.post(PATH, form(Map.of("expiresInDays", 0)), alice).isInvalid("expiresInDays", "out-of-range");
        api.post(PATH, form(Map.of("scopes", List.of())), alice).isInvalid("scopes", "unknown");
        api.post(PATH, form(Map.of("scopes", List.of("openid"))), alice).isInvalid("scopes", "unknown");
        api.post(PATH, form(Map.of())).isProblem(401, "authentication-required");
    }

    @Test
    void existsFiftyTimesAtMost() {
        for (var i = 0; i < PersonalTokens.TOKENS_MAX; i++) {
            create(Map.of());
        }
        api.post(PATH, form(Map.of()), alice).isProblem(422, "too-many-tokens");
    }

    private JsonNode list() {
        return api.get(PATH, alice).body().get("items");
    }

    private Answer create(Map<String, Object> more) {
        var made = api.post(PATH, form(more), alice);
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        return made;
    }

    private static Map<String, Object> form(Map<String, Object> more) {
        var form = new HashMap<String, Object>(
                Map.of("name", "Backup script", "scopes", List.of("profile:read"), "expiresInDays", 30));
        form.putAll(more);
        return form;
    }
}

package com.socialflow.user.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Person;
import com.socialflow.user.UserServiceTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Setting an authenticator app up, and taking it away. */
class TotpApiTest extends UserServiceTest {

    private final TestClock clock;
    private final JdbcClient jdbc;
    private Person alice;

    TotpApiTest(TestClock clock, JdbcClient jdbc) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void register() {
        alice = Person.register(api, someone());
    }

    @Test
    void isOfferedAsTextAndAsAPicture() {
        var answer = alice.post("/api/v1/me/totp");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(answer.text("secret")).matches("[A-Z2-7]{32}");
        assertThat(answer.text("uri"))
                .isEqualTo(("otpauth://totp/Social%%20Flow:%s?secret=%s&issuer=Social%%20Flow"
                                + "&algorithm=SHA1&digits=6&period=30")
                        .formatted(alice.name(), answer.text("secret")));
        var picture = answer.text("qr");
        assertThat(picture).startsWith("data:image/svg+xml;base64,");
        var svg = new String(
                Base64.getDecoder().decode(picture.substring(picture.indexOf(',') + 1)), StandardCharsets.UTF_8);
        assertThat(svg).startsWith("<svg ").endsWith("</svg>");
        assertThat(answer.body().propertyNames()).containsExactlyInAnyOrder("secret", "uri", "qr");
    }

    @Asvs("V14.2.4")
    @Test
    void isKeptSealed() {
        var secret = alice.post("/api/v1/me/totp").text("secret");

        var kept = jdbc.sql("""
                SELECT t.secret FROM "user".totp t JOIN "user".account a ON a.id = t.account_id
                 WHERE a.username = :name
                """)
                .param("name", alice.name())
                .query((row, _) -> row.getBytes("secret"))
                .single();

        assertThat(Base32.encode(kept)).doesNotContain(secret);
    }

    @Asvs({"V2.3.1", "V6.5.4"})
    @Test
    void isOnOnceACodeWasRight() {
        var app = new App(alice.post("/api/v1/me/totp").text("secret"), clock);
        assertThat(security("totp")).isEqualTo("null");

        alice.post("/api/v1/me/totp/activation", Map.of("code", app.wrongCode()))
                .isInvalid("code", "wrong");
        var answer = alice.post("/api/v1/me/totp/activation", Map.of("code", app.code()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().getCacheControl()).isEqualTo("no-store");
        var codes = answer.body().get("recoveryCodes");
        assertThat(codes).hasSize(RecoveryCodes.CODES);
        assertThat(codes.get(0).asString()).matches("[0-9a-z]{5}-[0-9a-z]{5}");
        assertThat(security("totp")).contains("since");
        assertThat(security("recoveryCodes")).isEqualTo("{\"left\":10}");
    }

    @Test
    void isReplacedWhileItIsTriedOutAndNotAfter() {
        var first = new App(alice.post("/api/v1/me/totp").text("secret"), clock);
        var second = new App(alice.post("/api/v1/me/totp").text("secret"), clock);

        alice.post("/api/v1/me/totp/activation", Map.of("code", first.code())).isInvalid("code", "wrong");
        alice.post("/api/v1/me/totp/activation", Map.of("code", second.code()));

        alice.post("/api/v1/me/totp").isProblem(409, "totp-active");
        alice.post("/api/v1/me/totp/activation", Map.of("code", second.code(1))).isProblem(409, "totp-active");
    }

    @Test
    void isNotTriedOutForEver() {
        alice.post("/api/v1/me/totp/activation", Map.of("code", "123456")).isProblem(409, "totp-not-begun");
        var app = new App(alice.post("/api/v1/me/totp").text("secret"), clock);
        clock.advance(Enrolments.PATIENCE.plus(Duration.ofSeconds(1)));
        var later = Person.signIn(api, alice.name());

        later.post("/api/v1/me/totp/activation", Map.of("code", app.code())).isProblem(409, "totp-not-begun");
    }

    @Test
    void makesWhoGuessesItsFirstCodeWait() {
        var app = new App(alice.post("/api/v1/me/totp").text("secret"), clock);
        for (var i = 0; i < 5; i++) {
            alice.post("/api/v1/me/totp/activation", Map.of("code", app.wrongCode()))
                    .isInvalid("code", "wrong");
        }

        alice.post("/api/v1/me/totp/activation", Map.of("code", app.code())).isProblem(429, "too-many-attempts");
    }

    @Test
    void isTakenAwayWithItsRecoveryCodes() {
        alice.delete("/api/v1/me/totp").isProblem(404, "totp-not-found");
        App.setUp(alice, clock);

        assertThat(alice.delete("/api/v1/me/totp").status()).isEqualTo(204);

        assertThat(security("totp")).isEqualTo("null");
        assertThat(security("recoveryCodes")).isEqualTo("null");
        assertThat(Person.signIn(api, alice.name()).get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void hasRecoveryCodesThatCanBeRenewed() {
        alice.post("/api/v1/me/recovery-codes").isProblem(409, "totp-not-active");
        var app = App.setUp(alice, clock);

        var renewed = alice.post("/api/v1/me/recovery-codes");

        assertThat(renewed.body().get("recoveryCodes")).hasSize(RecoveryCodes.CODES);
        assertThat(renewed.body().toString()).doesNotContain(app.recoveryCodes());
    }

    @Test
    void isForWhoIsSignedIn() {
        api.call("POST", "/api/v1/me/totp", null).isProblem(401, "authentication-required");
        api.call("DELETE", "/api/v1/me/totp", null).isProblem(401, "authentication-required");
        api.call("POST", "/api/v1/me/recovery-codes", null).isProblem(401, "authentication-required");
        api.get("/api/v1/me/security").isProblem(401, "authentication-required");
    }

    private String security(String member) {
        return alice.get("/api/v1/me/security").body().get(member).toString();
    }
}

package com.socialflow.user.reauthentication;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.Person;
import com.socialflow.user.UserServiceTest;
import com.socialflow.user.mfa.App;
import com.socialflow.user.passkeys.SoftAuthenticator;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** Proving once more to be oneself. */
class ReauthenticationApiTest extends UserServiceTest {

    private static final String PATH = "/api/v1/sessions/current/reauthentication";

    private final TestClock clock;
    private Person alice;
    private Answer session;
    private String page = "";

    ReauthenticationApiTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void signIn(@Value("${local.server.port}") int port) {
        page = "http://127.0.0.1:" + port;
        var name = someone();
        api.register(name);
        session = api.signIn(name, Api.PASSWORD);
        alice = Person.of(api, name, session);
    }

    @Test
    void renewsWhenSomebodyProvedToBeThatPerson() throws ParseException {
        var before = claims(session);
        clock.advance(Duration.ofMinutes(5));

        var answer = alice.post(PATH, Map.of("password", Api.PASSWORD));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(answer.text("tokenType")).isEqualTo("Bearer");
        var after = claims(answer);
        assertThat(after.getLongClaim("auth_time") - before.getLongClaim("auth_time"))
                .isEqualTo(300);
        assertThat(after.getStringClaim("sid")).isEqualTo(before.getStringClaim("sid"));
        var refreshed = api.refresh(session.text("refreshToken"));
        assertThat(claims(refreshed).getLongClaim("auth_time")).isEqualTo(after.getLongClaim("auth_time"));
    }

    @Test
    void isNotRenewedByARefresh() throws ParseException {
        clock.advance(Duration.ofMinutes(5));

        var refreshed = api.refresh(session.text("refreshToken"));

        assertThat(claims(refreshed).getLongClaim("auth_time"))
                .isEqualTo(claims(session).getLongClaim("auth_time"));
    }

    @Test
    void givesABrowserAnotherCookie() {
        var browser = api.signIn(alice.name(), Api.PASSWORD, "X-Socialflow-Session", "cookie");
        var cookie = "sf_access=" + browser.cookie("sf_access");

        api.post(PATH, Map.of("password", Api.PASSWORD), "Cookie", cookie).isProblem(403, "cross-site");
        var answer = api.post(PATH, Map.of("password", Api.PASSWORD), "Cookie", cookie, "X-Socialflow-Csrf", "1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("tokenType")).isEqualTo("cookie");
        assertThat(answer.setCookie("sf_access")).isPresent();
        assertThat(answer.setCookie("sf_refresh")).isEmpty();
    }

    @Test
    void isDoneByACodeOfTheAppToo() throws ParseException {
        var app = App.setUp(alice, clock);
        var code = app.code();

        var answer = alice.post(PATH, Map.of("code", code));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(claims(answer).getStringListClaim("amr")).containsExactlyInAnyOrder("pwd", "otp");
        alice.post(PATH, Map.of("code", code)).isProblem(403, "wrong-credentials");
    }

    @Test
    void isDoneByAPasskeyToo() throws ParseException {
        var authenticator = new SoftAuthenticator();
        var options = alice.post("/api/v1/me/passkeys/options");
        alice.post(
                "/api/v1/me/passkeys",
                Map.of(
                        "ceremony",
                        options.text("ceremony"),
                        "credential",
                        authenticator.make(options.body().get("publicKey"), page)));

        var answer = alice.post(PATH, Map.of("passkey", shown(authenticator)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(claims(answer).getStringListClaim("amr")).containsExactlyInAnyOrder("pwd", "hwk");
        var mallory = Person.register(api, someone());
        mallory.post(PATH, Map.of("passkey", shown(authenticator))).isProblem(403, "wrong-credentials");
    }

    private Map<String, Object> shown(SoftAuthenticator authenticator) {
        var options = alice.post("/api/v1/sessions/passkey/options");
        assertThat(options.body().get("publicKey").get("allowCredentials")).hasSize(1);
        return Map.of(
                "ceremony",
                options.text("ceremony"),
                "credential",
                authenticator.show(options.body().get("publicKey"), page));
    }

    @Test
    void makesWhoFoundAnOpenSessionWait() {
        for (var i = 0; i < 5; i++) {
            alice.post(PATH, Map.of("password", "wrong password")).isProblem(403, "wrong-credentials");
        }

        alice.post(PATH, Map.of("password", Api.PASSWORD)).isProblem(429, "too-many-attempts");

        clock.advance(Duration.ofSeconds(30));
        assertThat(alice.post(PATH, Map.of("password", Api.PASSWORD)).status()).isEqualTo(200);
    }

    @Test
    void needsOneProofAndASession() {
        alice.post(PATH, Map.of()).isProblem(422, "proof-required");
        alice.post(PATH, Map.of("password", Api.PASSWORD, "code", "123456")).isProblem(422, "proof-required");
        alice.post(PATH, Map.of("passkey", Map.of("ceremony", "x"))).isProblem(422, "proof-required");
        api.post(PATH, Map.of("password", Api.PASSWORD)).isProblem(401, "authentication-required");
    }

    private static JWTClaimsSet claims(Answer answer) throws ParseException {
        return SignedJWT.parse(answer.text("accessToken")).getJWTClaimsSet();
    }
}

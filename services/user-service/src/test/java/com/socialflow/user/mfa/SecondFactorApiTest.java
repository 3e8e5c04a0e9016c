package com.socialflow.user.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.Person;
import com.socialflow.user.UserServiceTest;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The step after the password. */
class SecondFactorApiTest extends UserServiceTest {

    private final TestClock clock;
    private Person alice;
    private App app;

    SecondFactorApiTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void setUp() {
        alice = Person.register(api, someone());
        app = App.setUp(alice, clock);
    }

    @Asvs("V6.3.4")
    @Test
    void isAskedForAfterTheRightPasswordAlone() {
        api.signIn(alice.name(), "wrong password").isProblem(401, "wrong-credentials");

        var answer = api.signIn(alice.name(), Api.PASSWORD).isProblem(401, "mfa-required");

        assertThat(answer.body().get("methods").valueStream().map(each -> each.asString()))
                .containsExactly("totp", "recovery-code");
        assertThat(answer.body().get("expiresIn").asInt()).isEqualTo(600);
        assertThat(answer.body().has("accessToken")).isFalse();
    }

    @Test
    void letsInByTheCodeOfTheApp() throws ParseException {
        var answer = totp(challenge(), app.code());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(api.me(answer.text("accessToken")).text("username")).isEqualTo(alice.name());
        assertThat(SignedJWT.parse(answer.text("accessToken")).getJWTClaimsSet().getStringListClaim("amr"))
                .containsExactlyInAnyOrder("pwd", "otp", "mfa");
        var next = api.refresh(answer.text("refreshToken"));
        assertThat(SignedJWT.parse(next.text("accessToken")).getJWTClaimsSet().getStringListClaim("amr"))
                .containsExactlyInAnyOrder("pwd", "otp", "mfa");
    }

    @Test
    void letsABrowserInByCookies() {
        var challenge = challenge();

        var answer = api.post(
                "/api/v1/sessions/mfa",
                Map.of("challenge", challenge, "method", "totp", "code", app.code()),
                "X-Socialflow-Session",
                "cookie");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("tokenType")).isEqualTo("cookie");
        assertThat(answer.setCookie("sf_access")).isPresent();
    }

    @Asvs("V6.5.1")
    @Test
    void takesACodeOnce() {
        var code = app.code();
        assertThat(totp(challenge(), code).status()).isEqualTo(201);

        totp(challenge(), code).isProblem(401, "wrong-code");
        totp(challenge(), app.code(-1)).isProblem(401, "wrong-code");
        assertThat(totp(challenge(), app.code(1)).status()).isEqualTo(201);
    }

    @Asvs("V6.5.1")
    @Test
    void takesOneOfTheSameCodesAtOnce() {
        var challenges = new ArrayList<String>();
        for (var i = 0; i < 4; i++) {
            challenges.add(challenge());
        }
        var code = app.code();

        var statuses = Api.atOnce(4, () -> totp(take(challenges), code).status());

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 401);
    }

    @Test
    void takesAChallengeOnce() {
        var challenge = challenge();
        assertThat(totp(challenge, app.code()).status()).isEqualTo(201);
        clock.advance(Duration.ofMinutes(1));

        totp(challenge, app.code()).isProblem(401, "challenge-invalid");
    }

    @Test
    void takesAChallengeForTenMinutes() {
        var challenge = challenge();
        clock.advance(Duration.ofMinutes(10));

        totp(challenge, app.code()).isProblem(401, "challenge-invalid");
        totp("nonsense", app.code()).isProblem(401, "challenge-invalid");
        totp("x".repeat(10_000), app.code()).isProblem(401, "challenge-invalid");
    }

    @Asvs("V6.6.3")
    @Test
    void endsAChallengeAfterFiveWrongCodes() {
        var challenge = challenge();
        for (var left = 4; left >= 0; left--) {
            var answer = totp(challenge, app.wrongCode()).isProblem(401, "wrong-code");
            assertThat(answer.body().get("attemptsLeft").asInt()).isEqualTo(left);
        }
        clock.advance(Duration.ofSeconds(30));

        totp(challenge, app.code()).isProblem(401, "challenge-invalid");
    }

    @Asvs("V6.6.3")
    @Test
    void makesGuessersWaitThoughEachHasAChallengeOfItsOwn() {
        for (var i = 0; i < 5; i++) {
            totp(challenge(), app.wrongCode()).isProblem(401, "wrong-code");
        }

        totp(challenge(), app.code()).isProblem(429, "too-many-attempts");

        clock.advance(Duration.ofSeconds(30));
        assertThat(totp(challenge(), app.code()).status()).isEqualTo(201);
    }

    @Test
    void countsThoseAtTheSameMoment() {
        var challenges = new ArrayList<String>();
        for (var i = 0; i < 12; i++) {
            challenges.add(challenge());
        }

        var statuses =
                Api.atOnce(12, () -> totp(take(challenges), app.wrongCode()).status());

        assertThat(statuses.stream().filter(status -> status == 401)).hasSize(5);
        assertThat(statuses).containsOnly(401, 429);
    }

    @Asvs("V6.6.2")
    @Test
    void takesACodeOfTheSamePersonAlone() {
        var mallory = Person.register(api, someone());
        var hers = App.setUp(mallory, clock);

        totp(challenge(), hers.code()).isProblem(401, "wrong-code");
        assertThat(totp(challengeOf(mallory.name()), hers.code()).status()).isEqualTo(201);
    }

    @Asvs("V6.5.1")
    @Test
    void letsInByARecoveryCodeOnce() {
        var code = app.recoveryCodes().getFirst();

        var typed = " " + code.toUpperCase(Locale.ROOT).replace("-", " ");
        assertThat(recover(challenge(), typed).status()).isEqualTo(201);

        recover(challenge(), code).isProblem(401, "wrong-code");
        assertThat(alice.get("/api/v1/me/security")
                        .body()
                        .get("recoveryCodes")
                        .get("left")
                        .asInt())
                .isEqualTo(9);
    }

    @Test
    void takesOneOfTheSameRecoveryCodesAtOnce() {
        var challenges = new ArrayList<String>();
        for (var i = 0; i < 4; i++) {
            challenges.add(challenge());
        }
        var code = app.recoveryCodes().getFirst();

        var statuses = Api.atOnce(4, () -> recover(take(challenges), code).status());

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 401);
    }

    @Test
    void takesNoRecoveryCodeThatWasRenewed() {
        alice.post("/api/v1/me/recovery-codes");

        for (var code : app.recoveryCodes().subList(0, 3)) {
            recover(challenge(), code).isProblem(401, "wrong-code");
        }
    }

    @Test
    void saysWhatIsMissing() {
        var challenge = challenge();

        api.post("/api/v1/sessions/mfa", Map.of("challenge", challenge, "code", "1"))
                .isInvalid("method", "required");
        api.post("/api/v1/sessions/mfa", Map.of("challenge", challenge, "method", "sms", "code", "1"))
                .isInvalid("method", "unknown");
        api.post("/api/v1/sessions/mfa", Map.of("challenge", challenge, "method", "passkey", "code", "1"))
                .isInvalid("method", "unknown");
    }

    private String challenge() {
        return challengeOf(alice.name());
    }

    private String challengeOf(String name) {
        return api.signIn(name, Api.PASSWORD).isProblem(401, "mfa-required").text("challenge");
    }

    private static String take(List<String> from) {
        synchronized (from) {
            return from.removeLast();
        }
    }

    private Answer totp(String challenge, String code) {
        return api.post("/api/v1/sessions/mfa", Map.of("challenge", challenge, "method", "totp", "code", code));
    }

    private Answer recover(String challenge, String code) {
        return api.post(
                "/api/v1/sessions/mfa", Map.of("challenge", challenge, "method", "recovery-code", "code", code));
    }
}

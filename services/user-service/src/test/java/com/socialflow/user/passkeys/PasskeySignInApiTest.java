package com.socialflow.user.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Api;
import com.socialflow.user.Person;
import com.socialflow.user.accounts.PasskeyAnswer;
import com.socialflow.user.accounts.PasskeyEnrolment;
import com.socialflow.user.mfa.App;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Coming in by a passkey. */
class PasskeySignInApiTest extends PasskeyTest {

    private final PasskeyEnrolment firstPasskeys;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final SoftAuthenticator authenticator = new SoftAuthenticator();
    private Person alice;

    PasskeySignInApiTest(PasskeyEnrolment firstPasskeys, JdbcClient jdbc, TestClock clock) {
        this.firstPasskeys = firstPasskeys;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void enrol() {
        alice = Person.register(api, someone());
        enrol(alice, authenticator);
    }

    @Test
    void needsNoName() throws ParseException {
        var options = options();
        var key = options.body().get("publicKey");
        assertThat(key.get("allowCredentials")).isEmpty();
        assertThat(key.get("userVerification").asString()).isEqualTo("required");
        assertThat(key.get("rpId").asString()).isEqualTo("127.0.0.1");

        var answer = answer(options, authenticator);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(api.me(answer.text("accessToken")).text("username")).isEqualTo(alice.name());
        assertThat(SignedJWT.parse(answer.text("accessToken")).getJWTClaimsSet().getStringListClaim("amr"))
                .containsExactlyInAnyOrder("hwk", "mfa");
        assertThat(alice.get("/api/v1/me/security")
                        .body()
                        .get("passkeys")
                        .get(0)
                        .has("lastUsedAt"))
                .isTrue();
    }

    @Test
    void needsNoSecondFactorBesideIt() {
        App.setUp(alice, clock);

        assertThat(signIn(authenticator).status()).isEqualTo(201);
    }

    @Test
    void isASecondFactorItself() throws ParseException {
        App.setUp(alice, clock);
        var refused = api.signIn(alice.name(), Api.PASSWORD).isProblem(401, "mfa-required");
        assertThat(refused.body().get("methods").valueStream().map(each -> each.asString()))
                .containsExactly("totp", "recovery-code", "passkey");
        var challenge = refused.text("challenge");
        var options = api.post("/api/v1/sessions/passkey/options", Map.of("challenge", challenge));
        assertThat(options.body().get("publicKey").get("allowCredentials")).hasSize(1);

        var answer = api.post(
                "/api/v1/sessions/passkey",
                Map.of(
                        "ceremony",
                        options.text("ceremony"),
                        "credential",
                        authenticator.show(options.body().get("publicKey"), page),
                        "challenge",
                        challenge));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(SignedJWT.parse(answer.text("accessToken")).getJWTClaimsSet().getStringListClaim("amr"))
                .containsExactlyInAnyOrder("pwd", "hwk", "mfa");
        api.post("/api/v1/sessions/passkey/options", Map.of("challenge", challenge))
                .isProblem(401, "challenge-invalid");
    }

    @Test
    void isNoSecondFactorOfSomebodyElse() {
        App.setUp(alice, clock);
        var hers = new SoftAuthenticator();
        enrol(Person.register(api, someone()), hers);
        var challenge = api.signIn(alice.name(), Api.PASSWORD).text("challenge");
        var options = options();

        api.post(
                        "/api/v1/sessions/passkey",
                        Map.of(
                                "ceremony",
                                options.text("ceremony"),
                                "credential",
                                hers.show(options.body().get("publicKey"), page),
                                "challenge",
                                challenge))
                .isProblem(401, "wrong-code");
    }

    @Test
    void worksOnce() {
        var options = options();
        var shown = Map.of(
                "ceremony",
                options.text("ceremony"),
                "credential",
                authenticator.show(options.body().get("publicKey"), page));

        var statuses =
                Api.atOnce(4, () -> api.post("/api/v1/sessions/passkey", shown).status());

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 401);
        api.post("/api/v1/sessions/passkey", shown).isProblem(401, "passkey-refused");
    }

    @Test
    void doesNotWorkWithAnAnswerToAnotherQuestion() {
        var before = options();
        var shown = authenticator.show(before.body().get("publicKey"), page);

        api.post("/api/v1/sessions/passkey", Map.of("ceremony", options().text("ceremony"), "credential", shown))
                .isProblem(401, "passkey-refused");
    }

    @Test
    void doesNotWorkAfterFiveMinutes() {
        var options = options();
        clock.advance(Ceremony.LIFETIME);

        answer(options, authenticator).isProblem(401, "passkey-refused");
    }

    @Test
    void doesNotWorkFromAnotherPageOrSite() {
        authenticator.origin = "https://evil.example";
        signIn(authenticator).isProblem(401, "passkey-refused");
        authenticator.origin = null;
        authenticator.site = "evil.example";
        signIn(authenticator).isProblem(401, "passkey-refused");
        authenticator.site = null;
        assertThat(signIn(authenticator).status()).isEqualTo(201);
    }

    @Test
    void doesNotWorkUnlessItsOwnerIsRecognized() {
        authenticator.recognizes = false;

        signIn(authenticator).isProblem(401, "passkey-refused");
    }

    @Test
    void doesNotWorkWhenItsCountGoesBack() {
        authenticator.count = 10;
        assertThat(signIn(authenticator).status()).isEqualTo(201);

        authenticator.count = 5;
        signIn(authenticator).isProblem(401, "passkey-refused");
        authenticator.count = 10;
        signIn(authenticator).isProblem(401, "passkey-refused");
        authenticator.count = 11;
        assertThat(signIn(authenticator).status()).isEqualTo(201);
    }

    @Test
    void worksWhereItsCountStandsStill() {
        var still = new SoftAuthenticator();
        still.count = 0;
        enrol(alice, still);

        for (var i = 0; i < 2; i++) {
            still.count = -1;
            assertThat(signIn(still).status()).isEqualTo(201);
        }
    }

    @Test
    void doesNotWorkForSomebodyElse() {
        authenticator.pretendToBeOf(new byte[] {1, 2, 3});

        signIn(authenticator).isProblem(401, "passkey-refused");
        signIn(new SoftAuthenticator()).isProblem(401, "passkey-refused");
    }

    @Test
    void doesNotWorkWithACeremonyForANewKey() {
        var options = alice.post("/api/v1/me/passkeys/options");
        var challenge = options.body().get("publicKey");
        var request = new JsonMapper()
                .createObjectNode()
                .put("rpId", "127.0.0.1")
                .put("challenge", challenge.get("challenge").asString());

        api.post(
                        "/api/v1/sessions/passkey",
                        Map.of("ceremony", options.text("ceremony"), "credential", authenticator.show(request, page)))
                .isProblem(401, "passkey-refused");
    }

    @Test
    void refusesWhatIsNoAnswer() {
        for (var nonsense : new Object[] {Map.of(), "text", 7, Map.of("id", "AAAA", "response", Map.of())}) {
            api.post("/api/v1/sessions/passkey", Map.of("ceremony", options().text("ceremony"), "credential", nonsense))
                    .isProblem(401, "passkey-refused");
        }
        api.post("/api/v1/sessions/passkey", Map.of("ceremony", "x")).isInvalid("credential", "required");
    }

    @Test
    void refusesAnAnswerOfWhichAnyPartIsAnother() {
        for (var part : List.of("clientDataJSON", "authenticatorData", "signature", "userHandle")) {
            for (var other : new Object[] {"", "AAAA", "!", 1, List.of(), "A".repeat(5_000)}) {
                var options = options();
                var shown = authenticator.show(options.body().get("publicKey"), page);
                var changed = new HashMap<Object, Object>((Map<?, ?>) shown.get("response"));
                changed.put(part, other);
                shown.put("response", changed);

                api.post("/api/v1/sessions/passkey", Map.of("ceremony", options.text("ceremony"), "credential", shown))
                        .isProblem(401, "passkey-refused");
            }
        }
    }

    @Asvs("V6.3.4")
    @Test
    void doesNotLetInWhoIsSuspended() {
        jdbc.sql("""
                UPDATE "user".account SET state = 'suspended' WHERE username = :name
                """).param("name", alice.name()).update();

        signIn(authenticator).isProblem(403, "account-suspended");
    }

    @Test
    void beginsAnAccount() {
        var bob = Person.register(api, someone());
        var hers = new SoftAuthenticator();
        var options = api.post(
                "/api/v1/accounts/passkey-options",
                Map.of("username", bob.name().toUpperCase()));
        var answer = new PasskeyAnswer(
                options.text("ceremony"),
                new JsonMapper().valueToTree(hers.make(options.body().get("publicKey"), page)));

        firstPasskeys.enrol(AccountId.parse(bob.id()), answer);

        assertThat(api.me(signIn(hers).text("accessToken")).text("username")).isEqualTo(bob.name());
        Assertions.assertThatThrownBy(() -> firstPasskeys.enrol(AccountId.parse(bob.id()), answer))
                .isInstanceOf(Problem.class);
    }

    @Test
    void beginsNoAccountOfAnotherName() {
        var bob = Person.register(api, someone());
        var options = api.post("/api/v1/accounts/passkey-options", Map.of("username", someone()));
        var answer = new PasskeyAnswer(
                options.text("ceremony"),
                new JsonMapper()
                        .valueToTree(new SoftAuthenticator().make(options.body().get("publicKey"), page)));

        Assertions.assertThatThrownBy(() -> firstPasskeys.enrol(AccountId.parse(bob.id()), answer))
                .isInstanceOf(Problem.class);
        api.post("/api/v1/accounts/passkey-options", Map.of()).isInvalid("username", "required");
        api.post("/api/v1/accounts/passkey-options", Map.of("username", "x".repeat(31)))
                .isInvalid("username", "malformed");
    }
}

package com.socialflow.user.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.TestClock;
import com.socialflow.user.Api;
import com.socialflow.user.Person;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Making, naming and removing passkeys. */
class PasskeyApiTest extends PasskeyTest {

    private final JdbcClient jdbc;
    private final TestClock clock;
    private final SoftAuthenticator authenticator = new SoftAuthenticator();
    private Person alice;

    PasskeyApiTest(JdbcClient jdbc, TestClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void register() {
        alice = Person.register(api, someone());
    }

    @Test
    void asksForAKeyThatRecognizesItsOwner() {
        var options = alice.post("/api/v1/me/passkeys/options");

        assertThat(options.status()).isEqualTo(200);
        assertThat(options.headers().getCacheControl()).isEqualTo("no-store");
        var key = options.body().get("publicKey");
        assertThat(key.get("rp").get("id").asString()).isEqualTo("127.0.0.1");
        assertThat(key.get("user").get("name").asString()).isEqualTo(alice.name());
        assertThat(key.get("user").get("id").asString()).hasSize(43).doesNotContain(alice.id());
        assertThat(key.get("challenge").asString()).hasSize(43);
        assertThat(key.get("attestation").asString()).isEqualTo("none");
        var selection = key.get("authenticatorSelection");
        assertThat(selection.get("residentKey").asString()).isEqualTo("required");
        assertThat(selection.get("userVerification").asString()).isEqualTo("required");
    }

    @Test
    void keepsAKey() {
        var made = enrol(alice, authenticator);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("name")).isEqualTo("My key");
        assertThat(made.body().get("backedUp").asBoolean()).isFalse();
        var listed = alice.get("/api/v1/me/security").body().get("passkeys");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("id").asString()).isEqualTo(made.text("id"));
        var again = alice.post("/api/v1/me/passkeys/options").body().get("publicKey");
        assertThat(again.get("excludeCredentials")).hasSize(1);
    }

    @Test
    void tellsWhetherDevicesShareIt() {
        authenticator.copiesToOtherDevices = true;

        assertThat(enrol(alice, authenticator).body().get("backedUp").asBoolean())
                .isTrue();
    }

    @Test
    void takesAnAnswerOnce() {
        var options = alice.post("/api/v1/me/passkeys/options");
        var answer = Map.of(
                "ceremony",
                options.text("ceremony"),
                "credential",
                authenticator.make(options.body().get("publicKey"), page));
        assertThat(alice.post("/api/v1/me/passkeys", answer).status()).isEqualTo(201);

        alice.post("/api/v1/me/passkeys", answer).isProblem(422, "passkey-refused");
        // The same challenge in another ceremony does not help.
        var other = Map.of(
                "ceremony",
                alice.post("/api/v1/me/passkeys/options").text("ceremony"),
                "credential",
                new SoftAuthenticator().make(options.body().get("publicKey"), page));
        alice.post("/api/v1/me/passkeys", other).isProblem(422, "passkey-refused");
    }

    @Test
    void takesAnAnswerForFiveMinutes() {
        var options = alice.post("/api/v1/me/passkeys/options");
        clock.advance(Ceremony.LIFETIME);

        alice.post(
                        "/api/v1/me/passkeys",
                        Map.of(
                                "ceremony",
                                options.text("ceremony"),
                                "credential",
                                authenticator.make(options.body().get("publicKey"), page)))
                .isProblem(422, "passkey-refused");
    }

    @Test
    void refusesAKeyOfAnotherPageOrSite() {
        authenticator.origin = "https://evil.example";
        enrol(alice, authenticator).isProblem(422, "passkey-refused");
        authenticator.origin = null;
        authenticator.site = "evil.example";
        enrol(alice, authenticator).isProblem(422, "passkey-refused");
    }

    @Test
    void refusesAKeyThatDoesNotRecognizeItsOwner() {
        authenticator.recognizes = false;

        enrol(alice, authenticator).isProblem(422, "passkey-refused");
    }

    @Test
    void refusesAKeyThatSomebodyHas() {
        enrol(alice, authenticator);
        var mallory = Person.register(api, someone());

        enrol(mallory, authenticator).isProblem(409, "passkey-taken");
        enrol(alice, authenticator).isProblem(409, "passkey-taken");
    }

    @Test
    void refusesACeremonyThatSomebodyElseBegan() {
        var mallory = Person.register(api, someone());
        var options = mallory.post("/api/v1/me/passkeys/options");

        alice.post(
                        "/api/v1/me/passkeys",
                        Map.of(
                                "ceremony",
                                options.text("ceremony"),
                                "credential",
                                authenticator.make(options.body().get("publicKey"), page)))
                .isProblem(422, "passkey-refused");
    }

    @Test
    void refusesWhatIsNoAnswer() {
        var options = alice.post("/api/v1/me/passkeys/options");
        alice.post("/api/v1/me/passkeys", Map.of("ceremony", options.text("ceremony")))
                .isInvalid("credential", "required");
        alice.post("/api/v1/me/passkeys", Map.of("credential", Map.of())).isInvalid("ceremony", "required");

        for (var nonsense :
                new Object[] {Map.of(), "text", 1, Map.of("id", "x", "response", Map.of()), Map.of("a", 1)}) {
            var ceremony = alice.post("/api/v1/me/passkeys/options").text("ceremony");
            alice.post("/api/v1/me/passkeys", Map.of("ceremony", ceremony, "credential", nonsense))
                    .isProblem(422, "passkey-refused");
        }
    }

    @Test
    void isRenamedByItsOwner() {
        var id = enrol(alice, authenticator).text("id");
        var mallory = Person.register(api, someone());

        mallory.patch("/api/v1/me/passkeys/" + id, Map.of("name", "Mine")).isProblem(404, "passkey-not-found");
        alice.patch("/api/v1/me/passkeys/" + id, Map.of("name", " ")).isInvalid("name", "wrong-length");
        alice.patch("/api/v1/me/passkeys/" + id, Map.of("name", "a\u202Eb")).isInvalid("name", "malformed");
        assertThat(alice.patch("/api/v1/me/passkeys/" + id, Map.of("name", " Phone "))
                        .status())
                .isEqualTo(204);

        assertThat(alice.get("/api/v1/me/security")
                        .body()
                        .get("passkeys")
                        .get(0)
                        .get("name")
                        .asString())
                .isEqualTo("Phone");
    }

    @Test
    void isRemovedByItsOwner() {
        var id = enrol(alice, authenticator).text("id");
        var mallory = Person.register(api, someone());

        mallory.delete("/api/v1/me/passkeys/" + id).isProblem(404, "passkey-not-found");
        assertThat(alice.delete("/api/v1/me/passkeys/" + id).status()).isEqualTo(204);

        alice.delete("/api/v1/me/passkeys/" + id).isProblem(404, "passkey-not-found");
        signIn(authenticator).isProblem(401, "passkey-refused");
    }

    @Test
    void staysWhereNothingElseLetsItsOwnerIn() {
        var id = enrol(alice, authenticator).text("id");
        jdbc.sql("""
                DELETE FROM "user".password
                 WHERE account_id = (SELECT id FROM "user".account WHERE username = :name)
                """).param("name", alice.name()).update();

        alice.delete("/api/v1/me/passkeys/" + id).isProblem(409, "last-way-in");
        var other = enrol(alice, new SoftAuthenticator()).text("id");
        assertThat(alice.delete("/api/v1/me/passkeys/" + id).status()).isEqualTo(204);
        alice.delete("/api/v1/me/passkeys/" + other).isProblem(409, "last-way-in");
    }

    @Test
    void areNotAnyNumber() {
        for (var i = 0; i < Passkey.PASSKEYS_MAX; i++) {
            assertThat(enrol(alice, new SoftAuthenticator()).status()).isEqualTo(201);
        }

        enrol(alice, new SoftAuthenticator()).isProblem(409, "passkeys-full");
    }

    @Test
    void isForWhoIsSignedIn() {
        api.call("POST", "/api/v1/me/passkeys/options", null).isProblem(401, "authentication-required");
        api.post("/api/v1/me/passkeys", Map.of("ceremony", Api.PASSWORD)).isProblem(401, "authentication-required");
    }
}

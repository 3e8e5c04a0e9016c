package com.socialflow.user.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.TestClock;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.Person;
import com.socialflow.user.RecordedMail;
import com.socialflow.user.UserServiceTest;
import com.socialflow.user.mfa.App;
import com.socialflow.user.passkeys.SoftAuthenticator;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;

/** Letters about ways into an account. */
@Import(RecordedMail.Recording.class)
class AlertsTest extends UserServiceTest {

    private final RecordedMail mail;
    private final TestClock clock;
    private final SoftAuthenticator authenticator = new SoftAuthenticator();
    private Person alice;
    private String page = "";

    AlertsTest(RecordedMail mail, TestClock clock) {
        this.mail = mail;
        this.clock = clock;
    }

    @BeforeEach
    void register(@Value("${local.server.port}") int port) {
        page = "http://127.0.0.1:" + port;
        alice = Person.register(api, someone());
    }

    @Test
    void tellOfAnAppThatIsAddedAndRemoved() {
        App.setUp(alice, clock);
        alice.delete("/api/v1/me/totp");

        assertThat(mail.to(alice.name(), "factor-added"))
                .extracting(letter -> letter.values().get("factor"))
                .containsExactly("totp");
        assertThat(mail.to(alice.name(), "factor-removed"))
                .extracting(letter -> letter.values().get("factor"))
                .containsExactly("totp");
    }

    @Test
    void tellOfAPasskeyThatIsAddedAndRemoved() {
        alice.delete("/api/v1/me/passkeys/" + enrol().text("id"));

        assertThat(mail.to(alice.name(), "factor-added"))
                .extracting(letter -> letter.values().get("factor"))
                .containsExactly("passkey");
        assertThat(mail.to(alice.name(), "factor-removed"))
                .extracting(letter -> letter.values().get("factor"))
                .containsExactly("passkey");
    }

    @Test
    void tellOfAPasskeyThatSeemsToBeCopied() {
        enrol();
        authenticator.count = 10;
        show();
        authenticator.count = 5;

        show().isProblem(401, "passkey-refused");

        assertThat(mail.to(alice.name(), "passkey-copied")).hasSize(1);
    }

    @Test
    void tellWhenRecoveryCodesRunLow() {
        var codes = App.setUp(alice, clock).recoveryCodes();
        for (var code : codes.subList(0, 8)) {
            var challenge = api.signIn(alice.name(), Api.PASSWORD).text("challenge");
            var answer = api.post(
                    "/api/v1/sessions/mfa", Map.of("challenge", challenge, "method", "recovery-code", "code", code));
            assertThat(answer.status()).isEqualTo(201);
        }

        assertThat(mail.to(alice.name(), "recovery-codes-low"))
                .extracting(letter -> letter.values().get("left"))
                .containsExactly("3", "2");
    }

    private Answer enrol() {
        var options = alice.post("/api/v1/me/passkeys/options");
        return alice.post(
                "/api/v1/me/passkeys",
                Map.of(
                        "ceremony",
                        options.text("ceremony"),
                        "credential",
                        authenticator.make(options.body().get("publicKey"), page)));
    }

    private Answer show() {
        var options = api.call("POST", "/api/v1/sessions/passkey/options", null);
        return api.post(
                "/api/v1/sessions/passkey",
                Map.of(
                        "ceremony",
                        options.text("ceremony"),
                        "credential",
                        authenticator.show(options.body().get("publicKey"), page)));
    }
}

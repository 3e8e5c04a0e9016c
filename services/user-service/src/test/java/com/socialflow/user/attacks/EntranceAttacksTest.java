package com.socialflow.user.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.socialflow.core.AccountId;
import com.socialflow.proto.audit.v1.AuditRecorded;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.Person;
import com.socialflow.user.UserServiceTest;
import com.socialflow.user.mfa.App;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ways around the door that is watched. */
class EntranceAttacksTest extends UserServiceTest {

    private static final String ANOTHER = "another good one";

    private final JdbcClient jdbc;
    private final TestClock clock;

    EntranceAttacksTest(JdbcClient jdbc, TestClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Asvs({"V6.4.3", "V6.3.4"})
    @Test
    void aForgottenPasswordLeadsNotAroundTheSecondFactor() {
        var name = someone();
        App.setUp(Person.register(api, name), clock);
        api.post("/api/v1/password-resets", Map.of("login", name + "@example.com"));
        var token = letters.newest(name + "@example.com", "reset-password").token();

        var done = api.post("/api/v1/password-resets/completion", Map.of("token", token, "password", ANOTHER));

        assertThat(done.status()).isEqualTo(204);
        assertThat(done.setCookie("sf_access")).isEmpty();
        api.signIn(name, ANOTHER).isProblem(401, "mfa-required");
    }

    @Asvs("V6.2.10")
    @Test
    void aPasswordIsGoodForAsLongAsItsOwnerLikesIt() {
        var name = someone();
        api.register(name);

        clock.advance(Duration.ofDays(3 * 365));

        assertThat(api.signIn(name, Api.PASSWORD).status()).isEqualTo(201);
    }

    @Asvs("V6.2.9")
    @Test
    void aPasswordMayBeLongAndNothingOfItIsLeftOut() {
        var name = someone();
        var sentence = "It was a bright cold day in April, and the clocks were striking thirteen: so begins a book.";
        var form = new HashMap<>(Api.form(name));
        form.put("password", sentence);

        assertThat(api.post("/api/v1/accounts", form).status()).isEqualTo(201);

        assertThat(api.signIn(name, sentence).status()).isEqualTo(201);
        api.signIn(name, sentence.substring(0, 72)).isProblem(401, "wrong-credentials");
        api.signIn(name, sentence + " ").isProblem(401, "wrong-credentials");
    }

    @Asvs("V6.3.2")
    @ParameterizedTest
    @ValueSource(strings = {"admin", "administrator", "root", "support", "system"})
    void nobodyIsHereFromTheBeginning(String name) {
        var there = jdbc.sql("""
                SELECT count(*) FROM "user".account WHERE username = :name
                """).param("name", name).query(Integer.class).single();

        assertThat(there).isZero();
        api.post("/api/v1/accounts", Api.form(name)).isInvalid("username", "reserved");
    }

    @Asvs({"V4.1.3", "V15.3.4"})
    @Test
    void nobodyChoosesTheAddressThatHeIsCountedBy() {
        var name = someone();
        api.register(name);
        var signedIn = api.signIn(
                name,
                Api.PASSWORD,
                "X-Forwarded-For",
                "203.0.113.9",
                "Forwarded",
                "for=203.0.113.9",
                "X-Real-IP",
                "203.0.113.9",
                "X-Forwarded-Proto",
                "https");

        var sessions = Person.of(api, name, signedIn).get("/api/v1/me/sessions");

        assertThat(sessions.body().get("items").get(0).get("address").asString())
                .isEqualTo("127.0.0.0/24");
    }

    @Asvs("V16.3.1")
    @Test
    void whoeverComesInOrTriesToIsInTheAuditLog() {
        var name = someone();
        var account = AccountId.parse(api.register(name).text("id"));

        api.signIn(name, "a wrong password").isProblem(401, "wrong-credentials");
        var app = App.setUp(Person.signIn(api, name), clock);
        var challenge = api.signIn(name, Api.PASSWORD).isProblem(401, "mfa-required").text("challenge");
        second(challenge, app.wrongCode()).isProblem(401, "wrong-code");
        assertThat(second(challenge, app.code()).status()).isEqualTo(201);

        assertThat(recorded(account))
                .containsSubsequence("session.open refused", "session.open done")
                .containsSubsequence("session.second-factor refused", "session.open done");
    }

    @Asvs("V2.3.1")
    @Test
    void theSecondStepIsNotTakenBeforeTheFirst() {
        var name = someone();
        var app = App.setUp(Person.register(api, name), clock);

        second("", app.code()).isProblem(401, "challenge-invalid");
        second("A".repeat(43), app.code()).isProblem(401, "challenge-invalid");
    }

    private Answer second(String challenge, String code) {
        return api.post("/api/v1/sessions/mfa", Map.of("challenge", challenge, "method", "totp", "code", code));
    }

    private List<String> recorded(AccountId account) {
        return jdbc
                .sql("""
                SELECT payload FROM "user".outbox WHERE event_type = :type ORDER BY position
                """)
                .param("type", AuditRecorded.getDescriptor().getFullName())
                .query((row, _) -> event(row.getBytes(1)))
                .list()
                .stream()
                .filter(event -> event.getSubject() == account.value())
                .map(event -> event.getAction() + " " + event.getOutcome())
                .toList();
    }

    private static AuditRecorded event(byte[] payload) {
        try {
            return AuditRecorded.parseFrom(payload);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}

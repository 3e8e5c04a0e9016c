package com.socialflow.user.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who knows the password and still does not come in, or not at once. */
class AccountStandingTest extends UserServiceTest {

    private static final String NEW_PASSWORD = "another horse battery";

    private final JdbcClient jdbc;
    private final TestClock clock;
    private String name = "";

    AccountStandingTest(JdbcClient jdbc, TestClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void register() {
        name = someone();
        api.register(name);
    }

    @Test
    void isToldToWhoKnowsThePasswordAlone() {
        state("suspended");
        api.signIn(name, Api.PASSWORD).isProblem(403, "account-suspended");
        api.signIn(name, "wrong password").isProblem(401, "wrong-credentials");

        state("awaiting-approval");
        api.signIn(name, Api.PASSWORD).isProblem(403, "account-awaiting-approval");

        state("leaving");
        assertThat(api.signIn(name, Api.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void endsARefreshOfWhoIsSuspended() {
        var session = api.signIn(name, Api.PASSWORD);
        state("suspended");

        api.refresh(session.text("refreshToken")).isProblem(401, "session-over");
    }

    @Test
    void changesAPasswordThatOthersMayKnowFirst() {
        var before = api.signIn(name, Api.PASSWORD);
        mustChange();
        var challenge = api.signIn(name, Api.PASSWORD)
                .isProblem(403, "password-change-required")
                .text("challenge");

        change(challenge, "password1").isInvalid("password", "too-common");
        change(challenge, Api.PASSWORD).isInvalid("password", "unchanged");
        var answer = change(challenge, NEW_PASSWORD);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(api.me(answer.text("accessToken")).text("username")).isEqualTo(name);
        api.refresh(before.text("refreshToken")).isProblem(401, "session-over");
        api.signIn(name, Api.PASSWORD).isProblem(401, "wrong-credentials");
        assertThat(api.signIn(name, NEW_PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void letsAChallengeBeAnsweredOnceAndInTime() {
        mustChange();
        var challenge = api.signIn(name, Api.PASSWORD).text("challenge");
        var late = api.signIn(name, Api.PASSWORD).text("challenge");

        var statuses = Api.atOnce(4, () -> change(challenge, NEW_PASSWORD).status());
        clock.advance(Challenge.LIFETIME);

        assertThat(statuses).containsOnlyOnce(201);
        change(challenge, NEW_PASSWORD).isProblem(401, "challenge-invalid");
        change(late, NEW_PASSWORD).isProblem(401, "challenge-invalid");
        change("nonsense", NEW_PASSWORD).isProblem(401, "challenge-invalid");
        change("x".repeat(10_000), NEW_PASSWORD).isProblem(401, "challenge-invalid");
        api.post("/api/v1/sessions/password", Map.of("challenge", challenge)).isInvalid("password", "required");
    }

    @Asvs({"V2.3.1", "V6.6.2"})
    @Test
    void doesNotTakeAChallengeForAnotherStep() {
        mustChange();
        var challenge = api.signIn(name, Api.PASSWORD).text("challenge");

        api.post("/api/v1/sessions/mfa", Map.of("challenge", challenge, "method", "totp", "code", "123456"))
                .isProblem(401, "challenge-invalid");
        api.post("/api/v1/sessions/passkey/options", Map.of("challenge", challenge))
                .isProblem(401, "challenge-invalid");
    }

    private Answer change(String challenge, String password) {
        return api.post("/api/v1/sessions/password", Map.of("challenge", challenge, "password", password));
    }

    private void state(String state) {
        jdbc.sql("""
                UPDATE "user".account SET state = :state WHERE username = :name
                """).param("state", state).param("name", name).update();
    }

    private void mustChange() {
        jdbc.sql("""
                UPDATE "user".password SET must_change = TRUE
                 WHERE account_id = (SELECT id FROM "user".account WHERE username = :name)
                """).param("name", name).update();
    }
}

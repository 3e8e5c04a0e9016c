package com.socialflow.user.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.user.Api;
import com.socialflow.user.PrivacyTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeparturesTest extends PrivacyTest {

    private static final String DELETION = "/api/v1/me/deletion";

    private final ErasureRounds rounds;
    private Guest alice;

    DeparturesTest(ErasureRounds rounds) {
        this.rounds = rounds;
    }

    @BeforeEach
    void meetAlice() {
        alice = guest();
    }

    @Test
    void leavesTimeToThinkAgain() {
        var answer = api.post(DELETION, Map.of(), alice.header());

        assertThat(answer.status()).isEqualTo(202);
        var erasesAt = Instant.parse(answer.text("erasesAt"));
        assertThat(erasesAt).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        assertThat(api.get(DELETION, alice.header()).text("erasesAt")).isEqualTo(erasesAt.toString());
        assertThat(api.me(alice.token()).text("state")).isEqualTo("leaving");
        assertThat(letters.at(alice.email(), "deletion-requested"))
                .singleElement()
                .satisfies(sent -> assertThat(sent.letter().values())
                        .containsEntry("date", erasesAt.toString())
                        .containsKey("link"));
        rounds.run();
        assertThat(api.me(alice.token()).status()).isEqualTo(200);
    }

    @Test
    void askingAgainChangesNothing() {
        var first = api.post(DELETION, Map.of(), alice.header()).text("erasesAt");
        clock.advance(Duration.ofMinutes(1));

        assertThat(api.post(DELETION, Map.of(), alice.header()).text("erasesAt"))
                .isEqualTo(first);
        assertThat(letters.at(alice.email(), "deletion-requested")).hasSize(1);
    }

    @Test
    void endsTheOtherSignIns() {
        var elsewhere = again(alice);

        api.post(DELETION, Map.of(), alice.header());

        api.me(elsewhere.token()).isProblem(401, "token-invalid");
        assertThat(api.me(alice.token()).status()).isEqualTo(200);
    }

    @Test
    void whoeverThinksAgainStays() {
        api.get(DELETION, alice.header()).isProblem(404, "deletion-not-found");
        api.post(DELETION, Map.of(), alice.header());

        assertThat(api.call("DELETE", DELETION, null, alice.header()).status()).isEqualTo(204);

        assertThat(api.me(alice.token()).text("state")).isEqualTo("active");
        assertThat(letters.at(alice.email(), "deletion-cancelled")).hasSize(1);
        api.call("DELETE", DELETION, null, alice.header()).isProblem(404, "deletion-not-found");
        clock.advance(Duration.ofDays(31));
        rounds.run();
        assertThat(api.get("/api/v1/accounts/" + alice.account()).status()).isEqualTo(200);
    }

    @Test
    void erasesWhenTheTimeIsOver() {
        api.post(DELETION, Map.of(), alice.header());
        clock.advance(Duration.ofDays(30));

        rounds.run();

        api.get("/api/v1/accounts/" + alice.account()).isProblem(404, "account-not-found");
        api.signIn(alice.name(), Api.PASSWORD).isProblem(401, "wrong-credentials");
        assertThat(letters.at(alice.email(), "account-erased")).hasSize(1);
        assertThat(erased(alice)).isEqualTo(1);
    }

    private int erased(Guest guest) {
        return jdbc.sql("""
                SELECT count(*) FROM "user".outbox
                 WHERE ordering_key = :account AND event_type = 'socialflow.user.v1.AccountErased'
                """)
                .param("account", guest.account().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void keepsTheNameFromOthersForAYear() {
        api.post(DELETION, Map.of(), alice.header());
        clock.advance(Duration.ofDays(30));
        rounds.run();

        api.register(alice.name()).isProblem(409, "username-taken");
        clock.advance(Duration.ofDays(366));
        assertThat(api.register(alice.name()).status()).isEqualTo(201);
    }

    @Test
    void whoeverIsSuspendedMayLeaveAndStaysSuspendedUntilThen() {
        state(alice, "suspended");

        assertThat(api.post(DELETION, Map.of(), alice.header()).status()).isEqualTo(202);
        assertThat(api.me(alice.token()).text("state")).isEqualTo("suspended");
        api.call("DELETE", DELETION, null, alice.header());
        assertThat(api.me(alice.token()).text("state")).isEqualTo("suspended");
        api.post(DELETION, Map.of(), alice.header());
        clock.advance(Duration.ofDays(30));
        rounds.run();

        assertThat(api.get("/api/v1/accounts/" + alice.account()).status()).isEqualTo(404);
    }

    private void state(Guest guest, String state) {
        jdbc.sql("""
                UPDATE "user".account SET state = :state WHERE id = :id
                """).param("state", state).param("id", guest.account().value()).update();
    }

    @Test
    void theLastAdministratorStays() {
        noAdministrators();
        administrator(alice);

        api.post(DELETION, Map.of(), alice.header()).isProblem(422, "last-administrator");

        administrator(guest());
        assertThat(api.post(DELETION, Map.of(), alice.header()).status()).isEqualTo(202);
        noAdministrators();
    }

    private void administrator(Guest guest) {
        jdbc.sql("""
                UPDATE "user".account SET roles = ARRAY['admin'] WHERE id = :id
                """).param("id", guest.account().value()).update();
    }

    private void noAdministrators() {
        jdbc.sql("""
                UPDATE "user".account SET roles = '{}' WHERE 'admin' = ANY (roles)
                """).update();
    }
}

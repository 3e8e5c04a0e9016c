package com.socialflow.user.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RegistrationModesTest extends UserServiceTest {

    private final JdbcClient jdbc;
    private final TestClock clock;

    RegistrationModesTest(JdbcClient jdbc, TestClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @AfterEach
    void open() {
        jdbc.sql("""
                DELETE FROM "user".registration_mode
                """).update();
    }

    @Test
    void saysWhatAFormHasToKnow() {
        var facts = api.get("/api/v1/registration");

        assertThat(facts.status()).isEqualTo(200);
        assertThat(facts.text("mode")).isEqualTo("open");
        assertThat(facts.body().get("minimumAge").asInt()).isEqualTo(13);
        assertThat(facts.body().get("passwordMin").asInt()).isEqualTo(8);
        assertThat(facts.body().get("passwordMax").asInt()).isEqualTo(256);
        assertThat(facts.body().get("providers").isArray()).isTrue();
        assertThat(facts.body().get("policies")).hasSize(2);
    }

    @Test
    void letsNobodyInWhenClosed() {
        var admin = admin();
        var invite = invites(admin, Map.of()).getFirst();
        choose(admin, "closed");

        api.register(someone()).isProblem(403, "registration-closed");
        register(someone(), Map.of("invite", invite)).isProblem(403, "registration-closed");
        assertThat(api.get("/api/v1/registration").text("mode")).isEqualTo("closed");
    }

    @Test
    void letsInWhoWasInvited() {
        var admin = admin();
        var invite = invites(admin, Map.of("roles", List.of("creator"))).getFirst();
        choose(admin, "invite");
        var name = someone();

        api.register(someone()).isProblem(422, "invite-required");
        register(someone(), Map.of("invite", "nonsense")).isProblem(422, "invite-invalid");
        var made = register(name, Map.of("invite", invite));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("state")).isEqualTo("active");
        assertThat(made.body().get("roles").get(0).asString()).isEqualTo("creator");
        register(someone(), Map.of("invite", invite)).isProblem(422, "invite-invalid");
        assertThat(api.get("/api/v1/admin/invites", admin)
                        .body()
                        .get("items")
                        .get(0)
                        .get("usedBy")
                        .asString())
                .isEqualTo(made.text("id"));
    }

    @Asvs("V2.3.4")
    @Test
    void letsOneInOfManyWithOneInvitation() {
        var admin = admin();
        var invite = invites(admin, Map.of()).getFirst();
        choose(admin, "invite");

        var statuses = Api.atOnce(
                8, () -> register(someone(), Map.of("invite", invite)).status());

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses.stream().filter(status -> status == 422)).hasSize(7);
    }

    @Test
    void keepsAnInvitationWhoseAccountWasNotMade() {
        var admin = admin();
        var invite = invites(admin, Map.of()).getFirst();
        choose(admin, "open");
        var name = someone();
        api.register(name);
        choose(admin, "invite");

        register(name, Map.of("invite", invite)).isProblem(409, "username-taken");
        assertThat(register(someone(), Map.of("invite", invite)).status()).isEqualTo(201);
    }

    @Test
    void sendsInvitationsThatAreForOneAddressAlone() {
        var admin = admin();
        var name = someone();
        var made = api.post(
                "/api/v1/admin/invites",
                Map.of("emails", List.of(name + "@example.com", name + "@EXAMPLE.com", "x_" + name + "@example.com")),
                admin);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.headers().getCacheControl()).contains("no-store");
        assertThat(made.body().get("items")).hasSize(2);
        var code = letters.newest(name + "@example.com", "invite").token();
        assertThat(made.body().get("items").get(0).get("code").asString()).isEqualTo(code);
        register(someone(), Map.of("invite", code)).isProblem(422, "invite-invalid");
        assertThat(register(name, Map.of("invite", code)).status()).isEqualTo(201);
    }

    @Test
    void showsACodeOnceAndKeepsItsHash() {
        var admin = admin();
        var code = invites(admin, Map.of("count", 3)).getFirst();

        var listed = api.get("/api/v1/admin/invites", admin);

        assertThat(listed.status()).isEqualTo(200);
        assertThat(listed.body().toString()).doesNotContain(code).doesNotContain("\"code\"");
        assertThat(jdbc.sql("""
                SELECT count(*) FROM "user".invite WHERE position(:code::bytea IN code_hash) > 0
                """).param("code", code).query(Integer.class).single())
                .isZero();
    }

    @Test
    void endsInvitationsInTimeOrWhenTheyAreTakenBack() {
        var admin = admin();
        var old = invites(admin, Map.of("expiresInDays", 1)).getFirst();
        var back = api.post("/api/v1/admin/invites", Map.of(), admin)
                .body()
                .get("items")
                .get(0);
        var path = "/api/v1/admin/invites/" + back.get("id").asString();

        assertThat(api.call("DELETE", path, null, admin).status()).isEqualTo(204);
        api.call("DELETE", path, null, admin).isProblem(404, "invite-not-found");
        register(someone(), Map.of("invite", back.get("code").asString())).isProblem(422, "invite-invalid");
        clock.advance(Duration.ofDays(1));
        register(someone(), Map.of("invite", old)).isProblem(422, "invite-invalid");
    }

    @Test
    void forgetsInvitationsThatNobodyUsed() {
        var address = "gone_" + someone() + "@example.com";
        api.post("/api/v1/admin/invites", Map.of("emails", List.of(address), "expiresInDays", 1), admin());
        clock.advance(Duration.ofDays(32));

        var listed = signedIn(someone(), "admin");
        invites(listed, Map.of());

        assertThat(api.get("/api/v1/admin/invites?limit=100", listed).body().toString())
                .doesNotContain(address);
    }

    @Test
    void letsOnlyAdministratorsGiveAwayTheirRoles() {
        var moderator = signedIn(someone(), "moderator");

        api.post("/api/v1/admin/invites", Map.of("roles", List.of("admin")), moderator)
                .isProblem(403, "forbidden");
        api.post("/api/v1/admin/invites", Map.of("roles", List.of("moderator")), moderator)
                .isProblem(403, "forbidden");
        assertThat(invites(moderator, Map.of("roles", List.of("viewer")))).hasSize(1);
        assertThat(invites(admin(), Map.of("roles", List.of("admin", "moderator"))))
                .hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithAnOrderOfInvitations() {
        var admin = admin();

        order(admin, Map.of("count", 0)).isInvalid("count", "out-of-range");
        order(admin, Map.of("count", 101)).isInvalid("count", "out-of-range");
        order(admin, Map.of("emails", List.of())).isInvalid("emails", "out-of-range");
        order(admin, Map.of("emails", List.of("nonsense"))).isInvalid("emails", "malformed");
        order(admin, Map.of("emails", List.of("a@example.com"), "count", 2)).isInvalid("count", "not-both");
        order(admin, Map.of("roles", List.of("king"))).isInvalid("roles", "unknown");
        order(admin, Map.of("roles", List.of("service"))).isInvalid("roles", "unknown");
        order(admin, Map.of("expiresInDays", 91)).isInvalid("expiresInDays", "out-of-range");
    }

    @Test
    void letsPeopleWaitForApproval() {
        var adminName = someone();
        var admin = signedIn(adminName, "admin");
        choose(admin, "approval");
        var name = someone();

        api.register(someone()).isProblem(422, "reason-required");
        register(someone(), Map.of("reason", "  ")).isProblem(422, "reason-required");
        var made = register(name, Map.of("reason", "I know Alice"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("state")).isEqualTo("awaiting-approval");
        assertThat(events(made.text("id")))
                .as("others hear of it when it is approved")
                .isZero();
        assertThat(letters.newest(adminName + "@example.com", "registration-waiting")
                        .text())
                .contains(name);
        var waiting = api.get("/api/v1/admin/approvals", admin).body().get("items");
        assertThat(waiting.get(waiting.size() - 1).get("reason").asString()).isEqualTo("I know Alice");

        var approval = "/api/v1/admin/accounts/" + made.text("id") + "/approval";
        assertThat(api.post(approval, Map.of(), admin).status()).isEqualTo(204);
        api.post(approval, Map.of(), admin).isProblem(409, "account-not-waiting");
        assertThat(events(made.text("id"))).isEqualTo(1);
        assertThat(letters.newest(name + "@example.com", "account-approved")).isNotNull();
        assertThat(api.signIn(name, Api.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void deletesWhoIsNotApproved() {
        var admin = admin();
        choose(admin, "approval");
        var name = someone();
        var made = register(name, Map.of("reason", "spam"));
        var rejection = "/api/v1/admin/accounts/" + made.text("id") + "/rejection";

        assertThat(api.post(rejection, Map.of("reason", "No spam here"), admin).status())
                .isEqualTo(204);

        api.post(rejection, Map.of(), admin).isProblem(409, "account-not-waiting");
        assertThat(letters.newest(name + "@example.com", "account-rejected").text())
                .contains("No spam here");
        api.get("/api/v1/accounts/@" + name).isProblem(404, "account-not-found");
        choose(admin, "open");
        assertThat(api.register(name).status()).as("the name is free again").isEqualTo(201);
    }

    @Test
    void deletesNobodyWhoIsIn() {
        var admin = admin();
        var made = api.register(someone());

        api.post("/api/v1/admin/accounts/" + made.text("id") + "/rejection", Map.of(), admin)
                .isProblem(409, "account-not-waiting");
        api.post("/api/v1/admin/accounts/nonsense/approval", Map.of(), admin).isProblem(404, "account-not-found");
        assertThat(api.get("/api/v1/accounts/" + made.text("id")).status()).isEqualTo(200);
    }

    @Test
    void remembersTheModeThatAnAdministratorChose() {
        var admin = admin();

        choose(admin, "invite");

        assertThat(api.get("/api/v1/admin/registration", admin).text("mode")).isEqualTo("invite");
        api.call("PUT", "/api/v1/admin/registration", Map.of("mode", "ajar"), admin)
                .isInvalid("mode", "unknown");
        api.call("PUT", "/api/v1/admin/registration", Map.of(), admin).isInvalid("mode", "required");
    }

    private String[] admin() {
        return signedIn(someone(), "admin");
    }

    private void choose(String[] admin, String mode) {
        var answer = api.call("PUT", "/api/v1/admin/registration", Map.of("mode", mode), admin);
        assertThat(answer.status()).isEqualTo(200);
    }

    private Answer order(String[] inviter, Map<String, Object> form) {
        return api.post("/api/v1/admin/invites", form, inviter);
    }

    private List<String> invites(String[] inviter, Map<String, Object> form) {
        var made = order(inviter, form);
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        return made.body()
                .get("items")
                .valueStream()
                .map(item -> item.get("code").asString())
                .toList();
    }

    private Answer register(String name, Map<String, String> more) {
        var form = new HashMap<>(Api.form(name));
        form.putAll(more);
        return api.post("/api/v1/accounts", form);
    }

    private int events(String account) {
        return jdbc.sql("""
                SELECT count(*) FROM "user".outbox
                 WHERE ordering_key = :account AND event_type = 'socialflow.user.v1.AccountRegistered'
                """)
                .param("account", AccountId.parse(account).value())
                .query(Integer.class)
                .single();
    }
}

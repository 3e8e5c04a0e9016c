package com.socialflow.user.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AdministrationTest extends AdminTest {

    private final SuspensionEnds ends;
    private final TestClock clock;

    AdministrationTest(JdbcClient jdbc, SuspensionEnds ends, TestClock clock) {
        super(jdbc);
        this.ends = ends;
        this.clock = clock;
    }

    @BeforeEach
    void alone() {
        noAdmins();
    }

    @Test
    void findsPeopleByTheirNamesBeginningAndByTheirWholeAddress() {
        var admin = person("admin");
        var person = person("creator");

        assertThat(names(admin, "?query=" + person.name().toUpperCase(Locale.ROOT)))
                .contains(person.name());
        assertThat(names(admin, "?query=@" + person.name())).contains(person.name());
        assertThat(names(admin, "?query=" + person.name() + "@EXAMPLE.com")).containsExactly(person.name());
        // An underscore is one, not any character.
        assertThat(names(admin, "?query=someone_" + "&role=creator")).contains(person.name());
        assertThat(names(admin, "?query=some__ne_")).isEmpty();
        assertThat(names(admin, "?role=creator")).containsExactly(person.name());
        assertThat(names(admin, "?state=suspended&query=" + person.name())).isEmpty();
        api.get("/api/v1/admin/accounts?role=king", admin.bearer()).isProblem(400, "bad-role");
        api.get("/api/v1/admin/accounts?state=asleep", admin.bearer()).isProblem(400, "bad-state");
    }

    @Test
    void pagesThroughEverybody() {
        var admin = person("admin");
        for (var i = 0; i < 5; i++) {
            person("advertiser");
        }
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var answer = api.get("/api/v1/admin/accounts?role=advertiser&limit=2&cursor=" + next, admin.bearer());
            answer.body().get("items").forEach(row -> seen.add(row.get("id").asString()));
            next = answer.body().has("nextCursor") ? answer.text("nextCursor") : "";
        } while (!next.isEmpty());

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    private List<String> names(Person admin, String query) {
        var names = new ArrayList<String>();
        api.get("/api/v1/admin/accounts" + query, admin.bearer())
                .body()
                .get("items")
                .forEach(row -> names.add(row.get("username").asString()));
        return names;
    }

    @Test
    void nobodyElseMayDoAnyOfThis() {
        var person = person("moderator");
        var other = person();

        api.get("/api/v1/admin/accounts", person.bearer()).isProblem(403, "forbidden");
        api.get(other.path(), person.bearer()).isProblem(403, "forbidden");
        api.get("/api/v1/admin/audit", person.bearer()).isProblem(403, "forbidden");
        roles(person, person, "admin").isProblem(403, "forbidden");
        suspend(person, other, Map.of("reason", "envy")).isProblem(403, "forbidden");
        api.get("/api/v1/admin/accounts").isProblem(401, "authentication-required");
    }

    @Test
    void whoChangesPeopleProvedLatelyWhoItIs() {
        var admin = person("admin");
        var person = person();
        var refresh = api.signIn(admin.name(), Api.PASSWORD).text("refreshToken");
        clock.advance(Duration.ofMinutes(11));
        var late = new Person(admin.id(), admin.name(), api.refresh(refresh).text("accessToken"));

        assertThat(api.get(person.path(), late.bearer()).status()).isEqualTo(200);
        roles(late, person, "admin").isProblem(403, "reauthentication-required");
        suspend(late, person, Map.of("reason", "spam")).isProblem(403, "reauthentication-required");
    }

    @Test
    void showsAllOfAnAccount() {
        var admin = person("admin");
        var person = person();

        var detail = api.get(person.path(), admin.bearer());

        assertThat(detail.text("email")).isEqualTo(person.name() + "@example.com");
        assertThat(detail.text("state")).isEqualTo("active");
        assertThat(detail.body().get("hasPassword").asBoolean()).isTrue();
        assertThat(detail.body().has("suspension")).isFalse();
        api.get("/api/v1/admin/accounts/0000000000000", admin.bearer()).isProblem(404, "account-not-found");
    }

    @Test
    void newRolesEndTheSessionsWhoseTokensCarryTheOldOnes() {
        var admin = person("admin");
        var person = person();

        var changed = roles(admin, person, "moderator", "creator");

        assertThat(changed.body().get("roles").get(1).asString()).isEqualTo("moderator");
        assertThat(api.me(person.token()).status()).isEqualTo(401);
        assertThat(api.signIn(person.name(), Api.PASSWORD).status()).isEqualTo(201);
        roles(admin, person, "king").isInvalid("roles", "unknown");
        api.call("PUT", person.path() + "/roles", Map.of(), admin.bearer()).isInvalid("roles", "required");
    }

    @Test
    void theLastAdministratorStays() {
        var admin = person("admin");

        roles(admin, admin, "moderator").isProblem(409, "last-admin");
        suspend(admin, admin, Map.of("reason", "tired")).isProblem(409, "last-admin");

        var second = person("admin");
        assertThat(roles(second, admin).status()).isEqualTo(200);
        roles(second, second).isProblem(409, "last-admin");
    }

    @Test
    void ofTwoAdministratorsWhoRemoveEachOtherAtOnceOneStays() {
        for (var round = 0; round < 5; round++) {
            noAdmins();
            var one = person("admin");
            var other = person("admin");
            var turn = new ArrayList<>(List.of(one, other));

            var statuses = Api.atOnce(2, () -> {
                Person mine;
                synchronized (turn) {
                    mine = turn.removeFirst();
                }
                return roles(mine, mine == one ? other : one).status();
            });

            assertThat(statuses).contains(200);
            assertThat(admins()).isEqualTo(1);
        }
    }

    private int admins() {
        return jdbc.sql("SELECT count(*) FROM \"user\".account WHERE roles @> ARRAY['admin']")
                .query(Integer.class)
                .single();
    }

    private Answer roles(Person admin, Person person, String... roles) {
        return api.call("PUT", person.path() + "/roles", Map.of("roles", List.of(roles)), admin.bearer());
    }

    private Answer suspend(Person admin, Person person, Map<String, ?> form) {
        return api.call("PUT", person.path() + "/suspension", form, admin.bearer());
    }

    @Asvs({"V7.4.2", "V7.4.5"})
    @Test
    void aSuspendedPersonIsOutAtOnce() {
        var admin = person("admin");
        var person = person();

        var suspended = suspend(admin, person, Map.of("reason", "spam"));

        assertThat(suspended.text("state")).isEqualTo("suspended");
        assertThat(suspended.body().get("suspension").get("reason").asString()).isEqualTo("spam");
        assertThat(suspended.body().get("suspension").get("by").asString())
                .isEqualTo(admin.id().toString());
        assertThat(api.me(person.token()).status()).isEqualTo(401);
        assertThat(events("AccountSuspended", person.id())).isEqualTo(1);
        assertThat(state(person.id())).isEqualTo("suspended");
    }

    @Test
    void aSuspensionEndsByItselfWhenItsTimeIsUp() {
        var admin = person("admin");
        var person = person();
        var until = clock.instant().plus(Duration.ofHours(1));
        assertThat(suspend(admin, person, Map.of("reason", "spam", "until", until.toString()))
                        .status())
                .isEqualTo(200);

        ends.round();
        assertThat(state(person.id())).isEqualTo("suspended");
        clock.advance(Duration.ofHours(1));
        ends.round();

        assertThat(state(person.id())).isEqualTo("active");
        assertThat(events("AccountRestored", person.id())).isEqualTo(1);
        assertThat(api.signIn(person.name(), Api.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void aSuspensionEndsByHandAndGivesBackWhatTheAccountWas() {
        var admin = person("admin");
        var person = person();
        jdbc.sql("""
                UPDATE "user".account SET state = 'leaving' WHERE id = :id
                """).param("id", person.id().value()).update();
        suspend(admin, person, Map.of("reason", "spam"));
        suspend(admin, person, Map.of("reason", "more spam"));

        assertThat(api.call("DELETE", person.path() + "/suspension", null, admin.bearer())
                        .status())
                .isEqualTo(204);
        api.call("DELETE", person.path() + "/suspension", null, admin.bearer());

        assertThat(state(person.id())).isEqualTo("leaving");
        assertThat(events("AccountRestored", person.id())).isEqualTo(1);
    }

    @Test
    void aSuspensionHasAReasonAndAnEndToCome() {
        var admin = person("admin");
        var person = person();

        suspend(admin, person, Map.of()).isInvalid("reason", "required");
        suspend(admin, person, Map.of("reason", "x".repeat(1_001))).isInvalid("reason", "too-long");
        suspend(admin, person, Map.of("reason", "spam", "until", "2020-01-01T00:00:00Z"))
                .isInvalid("until", "past");
        api.call("PUT", "/api/v1/admin/accounts/0000000000000/suspension", Map.of("reason", "x"), admin.bearer())
                .isProblem(404, "account-not-found");
    }

    private String state(AccountId id) {
        return jdbc.sql("""
                SELECT state FROM "user".account WHERE id = :id
                """).param("id", id.value()).query(String.class).single();
    }

    @Asvs("V7.4.5")
    @Test
    void demandsAnotherPassword() {
        var admin = person("admin");
        var person = person();

        assertThat(api.call("POST", person.path() + "/password-change", null, admin.bearer())
                        .status())
                .isEqualTo(204);

        assertThat(api.me(person.token()).status()).isEqualTo(401);
        assertThat(api.get(person.path(), admin.bearer())
                        .body()
                        .get("mustChangePassword")
                        .asBoolean())
                .isTrue();
        jdbc.sql("""
                DELETE FROM "user".password WHERE account_id = :id
                """).param("id", person.id().value()).update();
        api.call("POST", person.path() + "/password-change", null, admin.bearer())
                .isProblem(409, "no-password");
    }
}

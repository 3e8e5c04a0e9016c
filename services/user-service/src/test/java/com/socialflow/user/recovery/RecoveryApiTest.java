package com.socialflow.user.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import com.socialflow.user.accounts.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecoveryApiTest extends UserServiceTest {

    private static final String ANOTHER = "another good one";

    private final People people;
    private final JdbcClient jdbc;
    private final TestClock clock;

    RecoveryApiTest(People people, JdbcClient jdbc, TestClock clock) {
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Asvs("V7.4.3")
    @Test
    void setsAPasswordByTheLinkThatWasSent() {
        var name = someone();
        var person = signedIn(name);
        var token = reset(name + "@example.com", name);

        assertThat(complete(token, ANOTHER).status()).isEqualTo(204);

        assertThat(api.get("/api/v1/me", person).status())
                .as("all sessions end")
                .isEqualTo(401);
        api.signIn(name, Api.PASSWORD).isProblem(401, "wrong-credentials");
        assertThat(api.signIn(name, ANOTHER).status()).isEqualTo(201);
        assertThat(letters.newest(name + "@example.com", "password-changed")).isNotNull();
        assertThat(api.get("/api/v1/me", bearer(api.signIn(name, ANOTHER)))
                        .body()
                        .get("emailVerified")
                        .asBoolean())
                .as("the mailbox is proven by it")
                .isTrue();
    }

    @Test
    void keepsALinkThatCameWithABadPassword() {
        var name = someone();
        api.register(name);
        var token = reset(name + "@example.com", name);

        complete(token, "short").isInvalid("password", "too-short");
        complete(token, name + "1").isInvalid("password", "too-personal");
        assertThat(complete(token, ANOTHER).status()).isEqualTo(204);
    }

    @Asvs("V6.4.1")
    @Test
    void takesALinkOnceOfManyAtOnce() {
        var name = someone();
        api.register(name);
        var token = reset(name + "@example.com", name);

        var statuses = Api.atOnce(6, () -> complete(token, ANOTHER).status());

        assertThat(statuses).containsOnlyOnce(204);
        assertThat(statuses.stream().filter(status -> status == 422)).hasSize(5);
    }

    @Test
    void endsOtherLinksWithTheFirstThatIsUsed() {
        var name = someone();
        api.register(name);
        var first = reset(name + "@example.com", name);
        ask(name + "@example.com");
        var second = letters.await(name + "@example.com", "reset-password", 2)
                .getFirst()
                .token();

        assertThat(second).isNotEqualTo(first);
        assertThat(complete(second, ANOTHER).status()).isEqualTo(204);
        complete(first, "yet another one").isProblem(422, "link-invalid");
    }

    @Asvs("V6.4.1")
    @Test
    void refusesLinksThatAreTooOldOrNone() {
        var name = someone();
        api.register(name);
        var token = reset(name + "@example.com", name);

        complete("nonsense", ANOTHER).isProblem(422, "link-invalid");
        clock.advance(Duration.ofHours(1));
        complete(token, ANOTHER).isProblem(422, "link-invalid");
    }

    @Test
    void takesBackAChangeOfAddressThatAThiefBegan() {
        var name = someone();
        var person = signedIn(name);
        api.post(
                "/api/v1/email-verifications",
                Map.of(
                        "token",
                        letters.newest(name + "@example.com", "verify-email").token()));
        api.call("PUT", "/api/v1/me/email", Map.of("email", "thief_" + name + "@example.com"), person);

        complete(reset(name + "@example.com", name), ANOTHER);

        var mine = bearer(api.signIn(name, ANOTHER));
        assertThat(api.get("/api/v1/me/email", mine).body().has("pending")).isFalse();
    }

    @Test
    void tellsNobodyWhoHasAnAccount() {
        var name = someone();
        api.register(name);

        var known = ask(name + "@example.com");
        var unknown = ask("unknown_" + name + "@example.com");

        assertThat(known.status()).isEqualTo(202);
        assertThat(unknown.status()).isEqualTo(202);
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(known.headers().headerNames()).isEqualTo(unknown.headers().headerNames());
    }

    @Test
    void takesAsLongForThoseWhoHaveAnAccountAsForOthers() {
        var name = someone();
        api.register(name);
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (var i = 0; i < 60; i++) {
            (i % 2 == 0 ? known : unknown).add(nanos(i % 2 == 0 ? name + "@example.com" : "x" + i + "@example.com"));
        }

        var difference = Duration.ofNanos(Math.abs(median(known) - median(unknown)));

        assertThat(difference).isLessThan(Duration.ofMillis(8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "@", "a\u0000b@example.com", "'; DROP TABLE x; --", "Bcc: x@example.com\r\n"})
    void takesAnythingForALogin(String login) {

        assertThat(ask(login).status()).isEqualTo(202);
        assertThat(ask("x".repeat(100_000)).status()).isEqualTo(202);
    }

    @Test
    void writesToAnUnprovenAddressOnlyWhenItIsNamed() {
        var name = someone();
        api.register(name);

        ask(name);
        reset(name + "@example.com", name);

        assertThat(letters.to(name + "@example.com", "reset-password")).hasSize(1);
    }

    @Test
    void writesFewLettersAndAnswersAllTheSame() {
        var name = someone();
        api.register(name);
        for (var i = 0; i < 6; i++) {
            assertThat(ask(name + "@example.com").status()).isEqualTo(202);
        }
        var last = someone();
        api.register(last);
        reset(last + "@example.com", last);

        assertThat(letters.to(name + "@example.com", "reset-password")).hasSize(3);
    }

    @Asvs({"V6.2.2", "V6.2.3", "V6.2.4", "V7.4.3"})
    @Test
    void changesThePasswordOfWhoKnowsIt() {
        var name = someone();
        var elsewhere = signedIn(name);
        var person = bearer(api.signIn(name, Api.PASSWORD));

        change(person, Map.of("password", ANOTHER)).isInvalid("current", "required");
        change(person, Map.of("current", "wrong", "password", ANOTHER)).isInvalid("current", "wrong");
        change(person, Map.of("current", Api.PASSWORD, "password", "password1")).isInvalid("password", "too-common");
        assertThat(change(person, Map.of("current", Api.PASSWORD, "password", ANOTHER))
                        .status())
                .isEqualTo(204);

        assertThat(api.get("/api/v1/me", person).status()).isEqualTo(200);
        assertThat(api.get("/api/v1/me", elsewhere).status()).isEqualTo(401);
        assertThat(api.signIn(name, ANOTHER).status()).isEqualTo(201);
        assertThat(letters.to(name + "@example.com", "password-changed")).hasSize(1);
    }

    @Test
    void countsWrongPasswords() {
        var name = someone();
        var person = signedIn(name);
        for (var i = 0; i < 10; i++) {
            change(person, Map.of("current", "wrong" + i, "password", ANOTHER)).isInvalid("current", "wrong");
        }

        change(person, Map.of("current", Api.PASSWORD, "password", ANOTHER)).isProblem(429, "too-many-attempts");
    }

    @Test
    void wantsAnotherPasswordOfWhoMustChangeIt() {
        var name = someone();
        var person = signedIn(name);
        var account = AccountId.parse(api.get("/api/v1/me", person).text("id"));

        jdbc.sql("""
                UPDATE "user".password SET must_change = TRUE WHERE account_id = :id
                """).param("id", account.value()).update();

        change(person, Map.of("current", Api.PASSWORD, "password", Api.PASSWORD))
                .isInvalid("password", "unchanged");
        assertThat(change(person, Map.of("current", Api.PASSWORD, "password", ANOTHER))
                        .status())
                .isEqualTo(204);
        assertThat(people.find(account).orElseThrow().mustChangePassword()).isFalse();
    }

    @Test
    void givesAPasswordToWhoHasNone() {
        var name = someone();
        var person = signedIn(name);
        var account = AccountId.parse(api.get("/api/v1/me", person).text("id"));
        jdbc.sql("""
                DELETE FROM "user".password WHERE account_id = :id
                """).param("id", account.value()).update();

        assertThat(change(person, Map.of("password", ANOTHER)).status()).isEqualTo(204);
        assertThat(api.signIn(name, ANOTHER).status()).isEqualTo(201);
    }

    private String reset(String login, String name) {
        ask(login);
        return letters.newest(name + "@example.com", "reset-password").token();
    }

    private Answer ask(String login) {
        return api.post("/api/v1/password-resets", Map.of("login", login));
    }

    private Answer complete(String token, String password) {
        return api.post("/api/v1/password-resets/completion", Map.of("token", token, "password", password));
    }

    private Answer change(String[] person, Map<String, String> form) {
        return api.call("PUT", "/api/v1/me/password", form, person);
    }

    private long nanos(String login) {
        var start = System.nanoTime();
        assertThat(ask(login).status()).isEqualTo(202);
        return System.nanoTime() - start;
    }

    private static long median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }
}

package com.socialflow.user.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class UsernameApiTest extends UserServiceTest {

    private final TestClock clock;
    private final JdbcClient jdbc;
    private String name = "";
    private String token = "";

    UsernameApiTest(TestClock clock, JdbcClient jdbc) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void register() {
        name = someone();
        api.register(name);
        token = tokenOf(name);
    }

    @Test
    void leadsFromTheOldNameToTheNewOneForAYear() {
        var other = someone();

        var answer = rename(other.toUpperCase(Locale.ROOT));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("username")).isEqualTo(other);
        assertThat(api.get("/api/v1/accounts/@" + other).status()).isEqualTo(200);
        var old = raw("/api/v1/accounts/@" + name);
        assertThat(old.status()).isEqualTo(308);
        assertThat(old.headers().getFirst("Location")).isEqualTo("/api/v1/accounts/@" + other);

        clock.advance(Duration.ofDays(366));
        api.get("/api/v1/accounts/@" + name).isProblem(404, "account-not-found");
        var form = new HashMap<>(Api.form(name));
        form.put("email", "else_" + name + "@example.com");
        assertThat(api.post("/api/v1/accounts", form).status()).isEqualTo(201);
    }

    @Test
    void signsInWithTheNewNameAlone() {
        var other = someone();
        rename(other);

        api.signIn(name, Api.PASSWORD).isProblem(401, "wrong-credentials");
        assertThat(api.signIn(other, Api.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void givesTheOldNameToNobodyElse() {
        rename(someone());
        var stranger = someone();
        api.register(stranger);

        var form = new HashMap<>(Api.form(name));
        form.put("email", "else_" + name + "@example.com");
        api.post("/api/v1/accounts", form).isProblem(409, "username-taken");
        rename(tokenOf(stranger), name).isProblem(409, "username-taken");
    }

    @Test
    void takesItsOldNameBackOnceItMayChangeAgain() {
        var other = someone();
        rename(other);

        var refused = rename(name).isProblem(409, "username-changed-recently");
        assertThat(refused.text("nextChangeAt"))
                .isEqualTo(clock.instant().plus(Duration.ofDays(30)).toString());
        clock.advance(Duration.ofDays(30));
        token = tokenOf(other);

        assertThat(rename(name).text("username")).isEqualTo(name);
        assertThat(raw("/api/v1/accounts/@" + other).headers().getFirst("Location"))
                .isEqualTo("/api/v1/accounts/@" + name);
        assertThat(api.get("/api/v1/accounts/@" + name).status()).isEqualTo(200);
    }

    @Test
    void isNotChangedByWantingTheSame() {
        assertThat(rename(name).status()).isEqualTo(200);
        assertThat(rename(someone()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "Adm1n", "_admin_", "4dmin", "soc1al_flow", "5upport", "rnoderator", "moderat0r"})
    void isNoneThatPassesForThePlatform(String wanted) {
        rename(wanted).isInvalid("username", "reserved");
        api.post("/api/v1/accounts", Api.form(wanted)).isInvalid("username", "reserved");
    }

    @Test
    void hasTheShapeOfAName() {
        rename("no spaces").isInvalid("username", "malformed");
        rename("@x").isInvalid("username", "malformed");
        api.call("PUT", "/api/v1/me/username", "{}", "Authorization", "Bearer " + token)
                .isInvalid("username", "required");
        api.call("PUT", "/api/v1/me/username", "{\"username\":\"abc\",\"id\":1}", "Authorization", "Bearer " + token)
                .isProblem(400, "malformed");
    }

    @Test
    void isSomebodyElses() {
        var stranger = someone();
        api.register(stranger);

        rename(stranger).isProblem(409, "username-taken");
        assertThat(rename(someone()).status()).isEqualTo(200);
    }

    @Asvs("V2.3.4")
    @Test
    void isGivenToOneOfManyWhoAskAtOnce() {
        var wanted = someone();
        var tokens = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            var person = someone();
            api.register(person);
            tokens.add(tokenOf(person));
        }
        var asked = new AtomicInteger();
        Supplier<Integer> either = () -> {
            var turn = asked.getAndIncrement();
            return turn < 4
                    ? rename(tokens.get(turn), wanted).status()
                    : api.register(wanted).status() - 1;
        };

        var statuses = Api.atOnce(8, either);

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(jdbc.sql("SELECT count(*) FROM \"user\".account WHERE username = :name")
                        .param("name", wanted)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Answer rename(String wanted) {
        return rename(token, wanted);
    }

    private Answer rename(String bearer, String wanted) {
        return api.call("PUT", "/api/v1/me/username", Map.of("username", wanted), "Authorization", "Bearer " + bearer);
    }

    /** As it comes: the API's client follows no redirect. */
    private Answer raw(String path) {
        return api.get(path);
    }

    private String tokenOf(String person) {
        return api.signIn(person, Api.PASSWORD).text("accessToken");
    }
}

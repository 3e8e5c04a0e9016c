package com.socialflow.user.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountApiTest extends UserServiceTest {

    private final JdbcClient jdbc;
    private final TestClock clock;

    AccountApiTest(JdbcClient jdbc, TestClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Asvs({"V8.2.3", "V15.3.1"})
    @Test
    void registersSomebodyWhomEverybodyCanThenFind() {
        var name = someone();
        var form = new HashMap<>(Api.form(name.toUpperCase(Locale.ROOT)));
        form.put("displayName", "  Žofie 🌻 ");

        var made = api.post("/api/v1/accounts", form);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("username")).isEqualTo(name);
        assertThat(made.text("displayName")).isEqualTo("Žofie 🌻");
        assertThat(made.text("createdAt")).isEqualTo(clock.instant().toString());
        assertThat(made.headers().getFirst("Location")).isEqualTo("/api/v1/accounts/" + made.text("id"));
        assertThat(made.body().toString()).doesNotContain(Api.PASSWORD, "hash");
        for (var path : List.of("/api/v1/accounts/" + made.text("id"), "/api/v1/accounts/@" + name)) {
            var seen = api.get(path);
            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.body().propertyNames())
                    .containsExactlyInAnyOrder(
                            "id",
                            "username",
                            "displayName",
                            "biography",
                            "links",
                            "privateAccount",
                            "madeForKids",
                            "createdAt");
            assertThat(seen.text("id")).isEqualTo(made.text("id"));
        }
    }

    @Test
    void tellsOtherServicesOfTheAccountInTheSameTransaction() {
        var id = AccountId.parse(api.register(someone()).text("id"));

        assertThat(events(id.value())).isEqualTo(1);
    }

    @Test
    void showsPeopleWhatOnlyTheyMaySee() {
        var name = someone();
        api.register(name);
        var token = api.signIn(name, Api.PASSWORD).text("accessToken");

        var me = api.me(token);

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("username")).isEqualTo(name);
        assertThat(me.text("email")).isEqualTo(name + "@example.com");
        assertThat(me.text("birthDate")).isEqualTo("1990-05-17");
    }

    @Test
    void asksWhoeverWantsToSeeHimselfToSignIn() {
        api.get("/api/v1/me").isProblem(401, "authentication-required");
        api.get("/api/v1/me", "Authorization", "Basic YTpi").isProblem(401, "authentication-required");
        api.get("/api/v1/me", "Authorization", "Bearer").isProblem(401, "authentication-required");
        api.get("/api/v1/me", "Authorization", "Bearer x").isProblem(401, "token-invalid");
    }

    @Test
    void refusesABadTokenWhereNoneIsNeeded() {
        api.get("/api/v1/accounts/@nobody_here", "Authorization", "Bearer x.y.z")
                .isProblem(401, "token-invalid");
    }

    @Asvs({"V1.3.11", "V2.2.1", "V2.2.2", "V6.2.1", "V6.2.4", "V6.2.11"})
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "username    | ab                              | malformed",
                "username    | abcdefghijklmnopqrstuvwxyz01234 | malformed",
                "username    | with space                      | malformed",
                "username    | ''                              | malformed",
                "username    | naïve                           | malformed",
                "username    | ../../etc/passwd                | malformed",
                "username    | Admin                           | reserved",
                "email       | nobody                          | malformed",
                "email       | @example.com                    | malformed",
                "email       | a@b                             | malformed",
                "email       | a@b@example..com                | malformed",
                "email       | a b@example.com                 | malformed",
                "email       | <a@example.com>                 | malformed",
                "email       | a@-example.com                  | malformed",
                "password    | seven77                         | too-short",
                "password    | password123                     | too-common",
                "password    | 12345678                        | too-common",
                "password    | aaaaaaaaaaaa                    | too-common",
                "password    | socialflow1                     | too-personal",
                "birthDate   | 17.05.1990                      | malformed",
                "birthDate   | 1990-02-30                      | malformed",
                "birthDate   | 9999-12-31                      | out-of-range",
                "birthDate   | 1890-01-01                      | out-of-range",
                "birthDate   | +999999999-12-31                | out-of-range",
                "displayName | '   '                           | too-short",
                "displayName | abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijk | too-long"
            })
    void saysWhatIsWrongWithAField(String field, String value, String code) {
        api.post("/api/v1/accounts", formWith(field, value)).isInvalid(field, code);
    }

    @Asvs("V1.3.3")
    @Test
    void refusesCharactersThatDisturbTheTextAroundThem() {
        for (var name : List.of("a\u0000b", "a\nb", "a\u202Eb", "a\u2028b", "\uFEFFa", "a\u0007")) {
            api.post("/api/v1/accounts", formWith("displayName", name)).isInvalid("displayName", "malformed");
        }
        var loneSurrogate = """
                {"username":"%s","email":"x@example.com","password":"correct horse","birthDate":"1990-01-01",
                 "displayName":"a\\ud800b"}""".formatted(someone());
        assertThat(api.post("/api/v1/accounts", loneSurrogate).status()).isBetween(400, 422);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        var answer = api.post("/api/v1/accounts", Map.of("username", "x", "email", "x"));

        answer.isProblem(422, "invalid");
        var fields = new ArrayList<String>();
        answer.body()
                .get("errors")
                .forEach(error -> fields.add(
                        error.get("field").asString() + " " + error.get("code").asString()));
        assertThat(fields)
                .containsExactly("username malformed", "email malformed", "password required", "birthDate required");
    }

    @Asvs("V15.3.3")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"username\":{}}",
                "{\"username\":[\"a\"]}",
                "{\"unknown\":1}",
                "{\"username\":\"a\"} {}",
                "{\"roles\":[\"admin\"]}"
            })
    void refusesBodiesOfAnotherShape(String body) {
        api.post("/api/v1/accounts", body).isProblem(400, "malformed");
    }

    @Test
    void registersNobodyUnderThirteen() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var name = someone();

        api.post(
                        "/api/v1/accounts",
                        formWith("birthDate", today.minusYears(13).plusDays(1).toString()))
                .isProblem(422, "parental-consent-required");
        var form = new HashMap<>(Api.form(name));
        form.put("birthDate", today.minusYears(13).toString());

        assertThat(api.post("/api/v1/accounts", form).status()).isEqualTo(201);
    }

    @Test
    void givesAUsernameAndAnAddressToOneAccountWhateverTheirCase() {
        var name = someone();
        api.register(name);
        var sameName = new HashMap<>(Api.form(name.toUpperCase(Locale.ROOT)));
        sameName.put("email", "other_" + name + "@example.com");
        var sameEmail = new HashMap<>(Api.form(someone()));
        sameEmail.put("email", " " + name.toUpperCase(Locale.ROOT) + "@Example.COM");

        api.post("/api/v1/accounts", sameName).isProblem(409, "username-taken");
        api.post("/api/v1/accounts", sameEmail).isProblem(409, "email-taken");
    }

    @Asvs("V2.3.4")
    @Test
    void givesAUsernameToOneOfManyWhoAskAtOnce() {
        var name = someone();

        var statuses = Api.atOnce(8, () -> api.register(name).status());

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(7);
    }

    @Test
    void registersOnceForOneIdempotencyKey() {
        var name = someone();

        var first = api.post("/api/v1/accounts", Api.form(name), "Idempotency-Key", "key-" + name);
        var again = api.post("/api/v1/accounts", Api.form(name), "Idempotency-Key", "key-" + name);
        var other = api.post("/api/v1/accounts", Api.form(someone()), "Idempotency-Key", "key-" + name);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
    }

    @Asvs("V1.2.4")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0HZZZZZZZZZZZ",
                "@nobody_has_this",
                "@",
                "nonsense",
                "1",
                "-1",
                "@a'%20OR%201=1--",
                "%F0%9F%8C%BB",
                "@%E2%80%AE"
            })
    void findsNobodyUnderANameThatNobodyHas(String reference) {
        api.get("/api/v1/accounts/" + reference).isProblem(404, "account-not-found");
    }

    private static Map<String, Object> formWith(String field, String value) {
        var form = new HashMap<>(Api.form(someone()));
        form.put(field, value);
        return form;
    }

    private int events(long account) {
        return jdbc.sql("""
                SELECT count(*) FROM "user".outbox
                 WHERE ordering_key = :account AND event_type = 'socialflow.user.v1.AccountRegistered'
                """).param("account", account).query(Integer.class).single();
    }
}

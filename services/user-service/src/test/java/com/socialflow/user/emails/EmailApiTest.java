package com.socialflow.user.emails;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmailApiTest extends UserServiceTest {

    private final JdbcClient jdbc;
    private final TestClock clock;

    EmailApiTest(JdbcClient jdbc, TestClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void provesAnAddressByTheLinkThatWasSentThere() {
        var name = someone();
        var person = signedIn(name);
        var letter = letters.newest(name + "@example.com", "verify-email");
        assertThat(api.get("/api/v1/me/email", person).body().get("verified").asBoolean())
                .isFalse();

        var verified = verify(letter.token());

        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.text("email")).isEqualTo(name + "@example.com");
        assertThat(api.get("/api/v1/me/email", person).body().get("verified").asBoolean())
                .isTrue();
        assertThat(api.get("/api/v1/me", person).body().get("emailVerified").asBoolean())
                .isTrue();
    }

    @Test
    void speaksTheLanguageOfThePerson() {
        var form = new HashMap<>(Api.form(someone()));
        form.put("locale", "de-CH");

        assertThat(api.post("/api/v1/accounts", form).text("locale")).isEqualTo("de-CH");

        assertThat(letters.newest(String.valueOf(form.get("email")), "verify-email")
                        .subject())
                .isEqualTo("Bestätige deine E-Mail-Adresse");
    }

    @Test
    void takesALinkOnceOfManyAtOnce() {
        var token = registered(someone());

        var statuses = Api.atOnce(8, () -> verify(token).status());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status == 422)).hasSize(7);
    }

    @Asvs("V6.4.1")
    @Test
    void refusesLinksThatAreNoneOrTooOldOrForSomethingElse() {
        var token = registered(someone());

        verify("nonsense").isProblem(422, "link-invalid");
        verify("").isProblem(422, "link-invalid");
        api.post("/api/v1/email-verifications", Map.of()).isInvalid("token", "required");
        api.post("/api/v1/password-resets/completion", Map.of("token", token, "password", "another good one"))
                .isProblem(422, "link-invalid");
        api.post("/api/v1/email-changes", Map.of("token", token)).isProblem(422, "link-invalid");
        clock.advance(Duration.ofHours(24));
        verify(token).isProblem(422, "link-invalid");
    }

    @Test
    void keepsNoTokenThatSomebodyWhoReadsTheTableCouldUse() {
        var token = registered(someone());

        assertThat(jdbc.sql("""
                SELECT count(*) FROM "user".one_time_token WHERE position(:token::bytea IN hash) > 0
                """).param("token", token).query(Integer.class).single())
                .isZero();
    }

    @Test
    void sendsTheLinkAgainButNotForever() {
        var name = someone();
        var person = signedIn(name);
        var first = letters.newest(name + "@example.com", "verify-email").token();

        for (var i = 0; i < 5; i++) {
            assertThat(again(person).status()).isEqualTo(202);
        }

        again(person).isProblem(429, "too-many-attempts");
        assertThat(letters.to(name + "@example.com", "verify-email")).hasSize(6);
        assertThat(verify(first).status()).as("letters may overtake each other").isEqualTo(200);
        verify(letters.newest(name + "@example.com", "verify-email").token()).isProblem(422, "link-invalid");
        again(person).isProblem(409, "email-already-verified");
    }

    @Test
    void changesAnAddressWhenBothEndsAgree() {
        var name = someone();
        var person = verified(name);
        var next = "next_" + name + "@example.com";

        var begun = change(person, next);

        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.body().get("pending").get("email").asString()).isEqualTo(next);
        assertThat(begun.body().get("pending").get("confirmedOld").asBoolean()).isFalse();
        assertThat(confirm(newLink(next)).text("state")).isEqualTo("half-confirmed");
        var half = api.get("/api/v1/me/email", person).body();
        assertThat(half.get("email").asString()).isEqualTo(name + "@example.com");
        assertThat(half.get("pending").get("confirmedNew").asBoolean()).isTrue();
        assertThat(confirm(oldLink(name)).text("state")).isEqualTo("changed");
        var after = api.get("/api/v1/me/email", person).body();
        assertThat(after.get("email").asString()).isEqualTo(next);
        assertThat(after.get("verified").asBoolean()).isTrue();
        assertThat(after.has("pending")).isFalse();
        assertThat(letters.newest(name + "@example.com", "email-changed").text())
                .contains(next);
        assertThat(api.signIn(next, Api.PASSWORD).status()).isEqualTo(201);
    }

    @Asvs("V2.3.1")
    @Test
    void needsTheSecondLinkNotTheFirstOneTwice() {
        var name = someone();
        var person = verified(name);
        var next = "next_" + name + "@example.com";
        change(person, next);
        var token = newLink(next);

        assertThat(confirm(token).text("state")).isEqualTo("half-confirmed");
        confirm(token).isProblem(422, "link-invalid");
    }

    @Test
    void makesOneChangeOfBothLinksAtOnce() {
        var name = someone();
        var person = verified(name);
        var next = "next_" + name + "@example.com";
        change(person, next);
        var tokens = new ConcurrentLinkedQueue<>(List.of(newLink(next), oldLink(name)));

        var states = Api.atOnce(2, () -> confirm(String.valueOf(tokens.poll())).text("state"));

        assertThat(states).containsExactlyInAnyOrder("half-confirmed", "changed");
    }

    @Test
    void asksAnAddressThatWasNeverProvenForNothing() {
        var name = someone();
        var person = signedIn(name);
        var next = "next_" + name + "@example.com";

        var begun = change(person, next);

        assertThat(begun.body().get("pending").get("confirmedOld").asBoolean()).isTrue();
        assertThat(letters.to(name + "@example.com", "email-change-old")).isEmpty();
        assertThat(confirm(newLink(next)).text("state")).isEqualTo("changed");
        verify(letters.newest(name + "@example.com", "verify-email").token()).isProblem(422, "link-invalid");
    }

    @Test
    void forgetsAChangeThatIsCancelledOrTooOld() {
        var name = someone();
        var person = verified(name);
        var next = "next_" + name + "@example.com";
        change(person, next);

        assertThat(api.call("DELETE", "/api/v1/me/email/change", null, person).status())
                .isEqualTo(204);
        assertThat(api.call("DELETE", "/api/v1/me/email/change", null, person).status())
                .isEqualTo(204);
        confirm(newLink(next)).isProblem(422, "link-invalid");
        confirm(oldLink(name)).isProblem(422, "link-invalid");

        change(person, next);
        clock.advance(Duration.ofHours(24));
        confirm(newLink(next)).isProblem(422, "link-invalid");
    }

    @Test
    void putsTheLatestWishInPlaceOfTheOneBefore() {
        var name = someone();
        var person = verified(name);
        change(person, "first_" + name + "@example.com");
        change(person, "second_" + name + "@example.com");

        confirm(newLink("first_" + name + "@example.com")).isProblem(422, "link-invalid");
        assertThat(confirm(newLink("second_" + name + "@example.com")).text("state"))
                .isEqualTo("half-confirmed");
    }

    @Test
    void refusesAnAddressThatSomebodyHasOrGotMeanwhile() {
        var name = someone();
        var other = someone();
        var person = verified(name);
        api.register(other);

        change(person, other + "@Example.com").isProblem(409, "email-taken");
        change(person, name + "@example.com").isInvalid("email", "unchanged");
        change(person, "nonsense").isInvalid("email", "malformed");

        var wanted = someone();
        change(person, wanted + "@example.com");
        confirm(oldLink(name));
        api.register(wanted);
        confirm(newLink(wanted + "@example.com")).isProblem(409, "email-taken");
        assertThat(api.get("/api/v1/me/email", person).text("email")).isEqualTo(name + "@example.com");
    }

    @Test
    void beginsFewChangesADay() {
        var name = someone();
        var person = verified(name);
        for (var i = 0; i < 5; i++) {
            assertThat(change(person, i + name + "@example.com").status()).isEqualTo(202);
        }

        change(person, "more" + name + "@example.com").isProblem(429, "too-many-attempts");
    }

    @Test
    void tellsNothingToWhoIsNotSignedIn() {
        api.get("/api/v1/me/email").isProblem(401, "authentication-required");
        api.call("PUT", "/api/v1/me/email", Map.of("email", "x@example.com")).isProblem(401, "authentication-required");
        api.post("/api/v1/me/email/verification", Map.of()).isProblem(401, "authentication-required");
    }

    private String registered(String name) {
        api.register(name);
        return letters.newest(name + "@example.com", "verify-email").token();
    }

    private String[] verified(String name) {
        var person = signedIn(name);
        verify(letters.newest(name + "@example.com", "verify-email").token());
        return person;
    }

    private Answer verify(String token) {
        return api.post("/api/v1/email-verifications", Map.of("token", token));
    }

    private Answer again(String[] person) {
        return api.post("/api/v1/me/email/verification", Map.of(), person);
    }

    private Answer change(String[] person, String email) {
        return api.call("PUT", "/api/v1/me/email", Map.of("email", email), person);
    }

    private Answer confirm(String token) {
        return api.post("/api/v1/email-changes", Map.of("token", token));
    }

    private String newLink(String address) {
        return letters.newest(address, "email-change-new").token();
    }

    private String oldLink(String name) {
        return letters.newest(name + "@example.com", "email-change-old").token();
    }
}

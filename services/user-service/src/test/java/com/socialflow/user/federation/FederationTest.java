package com.socialflow.user.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Api;
import com.socialflow.user.mfa.App;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class FederationTest extends FederationServiceTest {

    private static final String[] OUR_PAGE = {"Sec-Fetch-Site", "same-origin"};

    private final JdbcClient jdbc;

    FederationTest(TestClock clock, JdbcClient jdbc) {
        super(clock);
        this.jdbc = jdbc;
    }

    @Test
    void makesAnAccountForWhomNobodyKnowsAndSignsInAgain() {
        PROVIDER.says(claims -> claims.claim("email", person + "@example.com")
                .claim("email_verified", true)
                .claim("name", "Žofie"));

        var welcome = signIn(browser);

        assertThat(welcome.getPath()).isEqualTo("/welcome");
        assertThat(hint(welcome, "name")).isEqualTo("Žofie");
        assertThat(browser.signedIn()).isFalse();
        var joined = join(browser, hint(welcome, "ticket"), person);
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(201);
        assertThat(browser.signedIn()).isTrue();
        var me = browser.json(browser.get("/api/v1/me"));
        assertThat(me.get("username").asString()).isEqualTo(person);
        assertThat(me.get("displayName").asString()).isEqualTo("Žofie");
        assertThat(me.get("email").asString()).isEqualTo(person + "@example.com");
        assertThat(me.get("emailVerified").asBoolean()).isTrue();

        var elsewhere = new Browser(base);
        assertThat(signIn(elsewhere)).hasToString("/studio");
        assertThat(elsewhere.json(elsewhere.get("/api/v1/me")).get("id")).isEqualTo(me.get("id"));
        assertThat(elsewhere.json(elsewhere.get("/api/v1/me/identities")).get("items"))
                .singleElement()
                .satisfies(identity -> {
                    assertThat(identity.get("provider").asString()).isEqualTo("acme");
                    assertThat(identity.get("providerName").asString()).isEqualTo("Acme");
                    assertThat(identity.get("name").asString()).isEqualTo(person + "@example.com");
                });
    }

    @Asvs("V6.8.1")
    @Test
    void offersTheProvidersThatAreConfigured() {
        assertThat(browser.json(browser.get("/api/v1/registration"))
                        .get("providers")
                        .toString())
                .isEqualTo("[{\"id\":\"acme\",\"name\":\"Acme\"},{\"id\":\"other\",\"name\":\"Other\"}]");
    }

    @Test
    void givesNoAccountToWhoeverHasItsAddress() {
        api.register(person);

        var welcome = signIn(browser);

        assertThat(welcome.getPath()).isEqualTo("/welcome");
        refused(join(browser, hint(welcome, "ticket"), someone()), 409, "email-taken");
        assertThat(browser.signedIn()).isFalse();
        assertThat(identities()).isZero();
    }

    @Test
    void asksForAnAddressThatTheProviderDoesNotTell() {
        PROVIDER.says(_ -> {});
        var ticket = hint(signIn(browser), "ticket");

        refused(join(browser, ticket, person), 422, "invalid");
        var joined = browser.send(
                "POST",
                "/api/v1/accounts/federated",
                Map.of(
                        "ticket",
                        ticket,
                        "username",
                        person,
                        "birthDate",
                        BIRTH_DATE,
                        "email",
                        person + "@example.org"));

        assertThat(joined.statusCode()).isEqualTo(201);
        assertThat(browser.json(browser.get("/api/v1/me")).get("emailVerified").asBoolean())
                .isFalse();
    }

    @Test
    void takesTheRulesOfEveryRegistration() {
        var ticket = hint(signIn(browser), "ticket");

        var child = browser.send(
                "POST",
                "/api/v1/accounts/federated",
                Map.of("ticket", ticket, "username", person, "birthDate", "2024-01-01"));
        assertThat(child.statusCode()).isEqualTo(422);
        refused(join(browser, ticket, "admin"), 422, "invalid");
        refused(
                browser.send(
                        "POST",
                        "/api/v1/accounts/federated",
                        Map.of("ticket", ticket, "username", person, "birthDate", BIRTH_DATE, "roles", "admin")),
                400,
                "malformed");
        assertThat(join(browser, ticket, person).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"closed, 403, registration-closed", "invite, 422, invite-required", "approval, 422, reason-required"})
    void isNoWayAroundTheModeOfRegistration(String mode, int status, String code) {
        jdbc.sql("""
                INSERT INTO "user".registration_mode (id, mode, changed_at) VALUES (1, :mode, now())
                """).param("mode", mode).update();

        var answer = join(browser, hint(signIn(browser), "ticket"), person);

        jdbc.sql("""
                DELETE FROM "user".registration_mode
                """).update();
        refused(answer, status, code);
        assertThat(browser.signedIn()).isFalse();
    }

    @Test
    void takesATicketOnceAndInTime() {
        var ticket = hint(signIn(browser), "ticket");
        refused(join(browser, ticket + "x", person), 422, "ticket-invalid");
        refused(join(browser, "", person), 422, "ticket-invalid");
        var first = ticket.charAt(20) == 'A' ? "B" : "A";
        refused(join(browser, ticket.substring(0, 20) + first + ticket.substring(21), person), 422, "ticket-invalid");

        assertThat(join(browser, ticket, person).statusCode()).isEqualTo(201);
        refused(join(new Browser(base), ticket, someone()), 422, "ticket-invalid");

        PROVIDER.reset(clock, someone());
        var late = hint(signIn(browser), "ticket");
        clock.advance(FederatedSignIns.TICKET_MAX);
        refused(join(new Browser(base), late, someone()), 422, "ticket-invalid");
    }

    @Test
    void makesOneAccountOfOneTicketHoweverManyAsk() {
        var ticket = hint(signIn(browser), "ticket");
        PROVIDER.says(_ -> {});

        var statuses =
                Api.atOnce(6, () -> join(new Browser(base), ticket, someone()).statusCode());

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(identities()).isEqualTo(1);
    }

    @Test
    void becomesAnotherWayToSignInForWhoIsSignedIn() {
        var member = member(person);

        assertThat(signIn(member, OUR_PAGE)).hasToString("/studio");

        var elsewhere = new Browser(base);
        assertThat(signIn(elsewhere)).hasToString("/studio");
        assertThat(elsewhere.json(elsewhere.get("/api/v1/me")).get("username").asString())
                .isEqualTo(person);
        assertThat(signIn(member, OUR_PAGE)).hasToString("/studio");
        assertThat(identities()).isEqualTo(1);
    }

    @Asvs("V3.5.3")
    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", ""})
    void isNotLinkedAtTheWishOfAnotherSite(String site) {
        var member = member(person);

        var end = site.isEmpty() ? signIn(member) : signIn(member, "Sec-Fetch-Site", site);

        assertThat(end.getPath()).isEqualTo("/welcome");
        assertThat(identities()).isZero();
    }

    @Asvs("V7.5.1")
    @Test
    void isLinkedOnlySoonAfterAProof() {
        var member = member(person);
        clock.advance(Duration.ofMinutes(9));
        member.send("POST", "/api/v1/sessions/refresh", Map.of());
        member.send("POST", "/api/v1/sessions/refresh", Map.of());
        clock.advance(Duration.ofMinutes(2));

        var end = signIn(member, OUR_PAGE);

        assertThat(end.getPath()).isEqualTo("/studio");
        assertThat(hint(end, "problem")).isEqualTo("reauthentication-required");
        assertThat(identities()).isZero();
    }

    @Test
    void provesAnewWhoSomebodyIsWhoHasNoPassword() {
        join(browser, hint(signIn(browser), "ticket"), person);
        clock.advance(Duration.ofMinutes(9));
        browser.send("POST", "/api/v1/sessions/refresh", Map.of());
        clock.advance(Duration.ofMinutes(2));
        var only = browser.json(browser.get("/api/v1/me/identities"))
                .get("items")
                .get(0)
                .get("id")
                .asString();
        refused(browser.send("DELETE", "/api/v1/me/identities/" + only, Map.of()), 403, "reauthentication-required");

        assertThat(signIn(browser, OUR_PAGE)).hasToString("/studio");

        refused(browser.send("DELETE", "/api/v1/me/identities/" + only, Map.of()), 409, "last-way-to-sign-in");
    }

    @Test
    void asksForTheSecondFactorThatSomebodyHasHere() {
        var member = member(person);
        signIn(member, OUR_PAGE);
        var made = member.json(member.send("POST", "/api/v1/me/totp", Map.of()));
        var app = new App(made.get("secret").asString(), clock);
        var active = member.send("POST", "/api/v1/me/totp/activation", Map.of("code", app.code()));
        assertThat(active.statusCode()).as(active.body()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        var elsewhere = new Browser(base);

        var end = signIn(elsewhere);

        assertThat(end.getPath()).isEqualTo("/login");
        assertThat(hint(end, "methods")).contains("totp");
        assertThat(end.getRawQuery()).isEqualTo("next=%2Fstudio");
        assertThat(elsewhere.signedIn()).isFalse();
        var answer = elsewhere.send(
                "POST",
                "/api/v1/sessions/mfa",
                Map.of("challenge", hint(end, "challenge"), "method", "totp", "code", app.code()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(elsewhere.signedIn()).isTrue();
    }

    @Asvs("V10.5.2")
    @Test
    void isLinkedToNobodyElseWhileSomebodyIsThisPerson() {
        signIn(member(person), OUR_PAGE);
        var other = member(someone());

        var end = signIn(other, OUR_PAGE);

        assertThat(hint(end, "problem")).isEqualTo("identity-taken");
        assertThat(identities()).isEqualTo(1);
    }

    @Test
    void isLinkedToNobodyWhenSomebodyElseSignedInMeanwhile() {
        var member = member(person);
        var back = callback(member, "/studio", OUR_PAGE);
        var other = someone();
        api.register(other);
        member.send("POST", "/api/v1/sessions", Map.of("login", other, "password", Api.PASSWORD));

        assertThat(hint(location(member.get(back.toString())), "problem")).isEqualTo("sign-in-again");
        assertThat(identities()).isZero();
    }

    @Test
    void isUnlinkedUnlessItIsTheLastWayToSignIn() {
        join(browser, hint(signIn(browser), "ticket"), person);
        var only = browser.json(browser.get("/api/v1/me/identities"))
                .get("items")
                .get(0)
                .get("id")
                .asString();
        refused(browser.send("DELETE", "/api/v1/me/identities/" + only, Map.of()), 409, "last-way-to-sign-in");

        PROVIDER.reset(clock, someone());
        var member = member(someone());
        signIn(member, OUR_PAGE);
        var one = member.json(member.get("/api/v1/me/identities"))
                .get("items")
                .get(0)
                .get("id")
                .asString();
        refused(browser.send("DELETE", "/api/v1/me/identities/" + one, Map.of()), 404, "identity-not-found");
        assertThat(member.send("DELETE", "/api/v1/me/identities/" + one, Map.of())
                        .statusCode())
                .isEqualTo(204);
        assertThat(member.json(member.get("/api/v1/me/identities")).get("items"))
                .isEmpty();
    }

    @Asvs("V6.3.4")
    @Test
    void letsNobodyInWhoIsSuspended() {
        join(browser, hint(signIn(browser), "ticket"), person);
        jdbc.sql("UPDATE \"user\".account SET state = 'suspended' WHERE username = :name")
                .param("name", person)
                .update();
        var elsewhere = new Browser(base);

        var end = signIn(elsewhere);

        assertThat(end.getPath()).isEqualTo("/login");
        assertThat(hint(end, "problem")).isEqualTo("account-suspended");
        assertThat(elsewhere.signedIn()).isFalse();
    }

    @Test
    void worksThoughTheSessionOfTheBrowserIsOver() {
        join(browser, hint(signIn(browser), "ticket"), person);
        clock.advance(Duration.ofMinutes(11));

        assertThat(signIn(browser)).hasToString("/studio");
    }

    private int identities() {
        return jdbc.sql("SELECT count(*) FROM \"user\".identity WHERE subject = :subject")
                .param("subject", person)
                .query(Integer.class)
                .single();
    }

    private void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(browser.json(answer).get("code").asString()).isEqualTo(code);
    }
}

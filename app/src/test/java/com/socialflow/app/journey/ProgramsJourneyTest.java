package com.socialflow.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.socialflow.testkit.Asvs;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A program of somebody else: registered, asked for, allowed, used, and cut off. */
class ProgramsJourneyTest extends InBrowser {

    /** Nothing listens there: the browser is answered before it asks. */
    private static final String CALLBACK = "http://127.0.0.1:9/callback";

    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-in-all";

    @Asvs({"V10.7.2", "V10.7.3"})
    @Test
    void aProgramIsAllowedAndCutOffAgain() {
        var client = registers("Reader of the journey");
        var user = SharedProgram.freshPerson();
        visitor.isSignedInAs(user);
        visitor.page().route(CALLBACK + "**", route -> route.fulfill(new Route.FulfillOptions().setBody("thanks")));

        visitor.open(authorization(client));
        assertThat(visitor.sees("consent")).containsText("Reader of the journey");
        assertThat(visitor.at("consent-who")).containsText(user);
        assertThat(visitor.at("scope")).hasCount(2);
        visitor.photographs("consent");
        visitor.at("consent-allow").click();
        visitor.page().waitForURL(Pattern.compile(Pattern.quote(CALLBACK) + ".*"));
        var answer = query(URI.create(visitor.page().url()));
        assertThat(answer).containsEntry("state", "of-the-program").containsKeys("code", "iss");
        assertThat(exchange(client, answer.getOrDefault("code", ""))).isEqualTo(200);

        visitor.open("/settings/programs");
        assertThat(visitor.sees("grant")).containsText("Reader of the journey");
        visitor.at("grant-revoke").click();
        visitor.sees("grants-empty");
    }

    @Test
    void aProgramThatIsRefusedIsToldSo() {
        var client = registers("Refused in the journey");
        visitor.isSignedInAs(SharedProgram.freshPerson());
        visitor.page().route(CALLBACK + "**", route -> route.fulfill(new Route.FulfillOptions().setBody("pity")));

        visitor.open(authorization(client));
        visitor.sees("consent-deny").click();
        visitor.page().waitForURL(Pattern.compile(Pattern.quote(CALLBACK) + ".*"));
        assertThat(query(URI.create(visitor.page().url()))).containsEntry("error", "access_denied");
    }

    @Test
    void whoIsNotSignedInSignsInFirstAndIsAskedThen() {
        var client = registers("Before the door");
        var user = SharedProgram.freshPerson();
        visitor.open(authorization(client));
        visitor.sees("login-name").fill(user);
        visitor.at("login-password").fill(Person.PASSWORD);
        visitor.at("login-submit").click();
        assertThat(visitor.sees("consent")).containsText("Before the door");
    }

    @Test
    void aDeveloperRegistersAProgramAndSeesItsSecretOnce() {
        visitor.isSignedInAs(SharedProgram.freshPerson());
        visitor.open("/developer");
        visitor.sees("client-new").click();
        visitor.sees("client-name").fill("My own program");
        visitor.at("client-redirects").fill(CALLBACK);
        visitor.at("client-kind").selectOption("confidential");
        visitor.at("client-submit").click();
        assertThat(visitor.sees("client-secret")).not().isEmpty();
        visitor.at("client-secret-done").click();
        assertThat(visitor.at("client")).containsText("My own program");
        visitor.page().reload();
        assertThat(visitor.sees("client")).containsText("My own program");
        assertThat(visitor.at("client-secret")).hasCount(0);
    }

    private static String registers(String name) {
        var made = SharedProgram.somebody().post("/api/v1/me/clients", """
                        {"name":"%s","redirectUris":["%s"],"confidential":false}
                        """.formatted(name, CALLBACK));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Person.json(made).path("id").asString();
    }

    private static String authorization(String client) {
        return "/oauth2/authorize?response_type=code&client_id=" + client + "&redirect_uri=" + CALLBACK
                + "&scope=profile:read%20videos:read&state=of-the-program&code_challenge_method=S256&code_challenge="
                + challenge();
    }

    /** RFC 7636, section 4.2. */
    private static String challenge() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int exchange(String client, String code) {
        var form = "grant_type=authorization_code&client_id=" + client + "&code=" + code + "&redirect_uri=" + CALLBACK
                + "&code_verifier=" + VERIFIER;
        return Person.anonymous(SharedProgram.get().address())
                .body("POST", "/oauth2/token", "application/x-www-form-urlencoded", BodyPublishers.ofString(form))
                .statusCode();
    }

    private static Map<String, String> query(URI address) {
        return Stream.of(address.getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}

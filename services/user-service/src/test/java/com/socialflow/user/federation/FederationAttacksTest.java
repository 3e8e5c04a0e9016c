package com.socialflow.user.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.federation.TestProvider.Forger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FederationAttacksTest extends FederationServiceTest {

    private static final String NOT_BELIEVED = "provider-not-believed";
    private static final String NOT_BEGUN_HERE = "sign-in-expired";

    FederationAttacksTest(TestClock clock) {
        super(clock);
    }

    static Stream<String> claims() {
        return Stream.of(
                "{\"nonce\":\"another\"}",
                "{\"nonce\":null}",
                "{\"nonce\":7}",
                "{\"aud\":\"somebody-else\"}",
                "{\"aud\":[\"social-flow\",\"somebody-else\"]}",
                "{\"azp\":\"somebody-else\"}",
                "{\"iss\":\"https://evil.example\"}",
                "{\"iss\":null}",
                "{\"sub\":null}",
                "{\"sub\":\"\"}",
                "{\"exp\":-61}",
                "{\"exp\":null}",
                "{\"iat\":3600}",
                "{\"iat\":null}",
                "{\"nbf\":3600}",
                "{\"email\":{}}");
    }

    @Asvs({"V6.8.1", "V9.2.1", "V9.2.3", "V10.5.1", "V10.5.4"})
    @ParameterizedTest
    @MethodSource("claims")
    void believesNoTokenOfOtherClaims(String changed) {
        PROVIDER.says(builder -> new JsonMapper()
                .readValue(changed, Map.class)
                .forEach((name, value) -> builder.claim(
                        (String) name,
                        List.of("exp", "iat", "nbf").contains(name) && value instanceof Integer seconds
                                ? Date.from(clock.instant().plusSeconds(seconds))
                                : value)));

        refused(NOT_BELIEVED);
    }

    static Stream<Forger> forgers() {
        var stolen = TestProvider.newKey("first");
        return Stream.of(
                claims -> new PlainJWT(claims).serialize(),
                claims -> new PlainJWT(claims).serialize() + "c2ln",
                claims -> TestProvider.signed(
                        JWSAlgorithm.HS256,
                        "first",
                        new MACSigner(TestProvider.SECRET.getBytes(StandardCharsets.UTF_8)),
                        claims),
                claims -> TestProvider.signed(
                        JWSAlgorithm.HS256,
                        "first",
                        new MACSigner(PROVIDER.key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)),
                        claims),
                // The right name, another key.
                claims -> TestProvider.signed(JWSAlgorithm.RS256, stolen, claims),
                // A key of another provider that is known here.
                claims -> TestProvider.signed(JWSAlgorithm.RS256, OTHER.key, claims),
                claims -> {
                    var token = TestProvider.signed(JWSAlgorithm.RS256, PROVIDER.key, claims);
                    return token.substring(0, token.lastIndexOf('.') + 1);
                },
                claims -> "x".repeat(20_000),
                claims -> "x.y.z",
                claims -> "");
    }

    @Asvs({"V6.8.2", "V9.1.1", "V9.1.2"})
    @ParameterizedTest
    @MethodSource("forgers")
    void believesNoTokenThatTheProviderDidNotSign(Forger forger) {
        PROVIDER.forges(forger);

        refused(NOT_BELIEVED);
    }

    @Asvs({"V10.1.2", "V10.2.1"})
    @Test
    void goesOnInNoOtherBrowser() {
        var back = callback(browser, "/studio").toString();
        var victim = new Browser(base);

        assertThat(hint(location(victim.get(back)), "problem")).isEqualTo(NOT_BEGUN_HERE);
        callback(victim, "/studio");
        assertThat(hint(location(victim.get(back)), "problem")).isEqualTo(NOT_BEGUN_HERE);
        assertThat(victim.signedIn()).isFalse();
    }

    @Test
    void takesAnAnswerOnce() {
        var back = callback(browser, "/studio").toString();
        var copy = browser.copy();

        assertThat(location(browser.get(back)).getPath()).isEqualTo("/welcome");

        assertThat(hint(location(copy.get(back)), "problem")).isEqualTo(NOT_BEGUN_HERE);
        assertThat(hint(location(browser.get(back)), "problem")).isEqualTo(NOT_BEGUN_HERE);
    }

    @Test
    void takesNoAnswerThatIsLate() {
        var back = callback(browser, "/studio").toString();
        clock.advance(FederatedSignIns.ATTEMPT_MAX.plus(Duration.ofSeconds(1)));

        assertThat(hint(location(browser.get(back)), "problem")).isEqualTo(NOT_BEGUN_HERE);
    }

    @Asvs({"V10.1.2", "V10.2.1"})
    @ParameterizedTest
    @ValueSource(strings = {"", "&state=", "&state=x", "&state=a&state=b"})
    void takesNoAnswerWithoutItsState(String state) {
        callback(browser, "/studio");

        var end = location(browser.get("/api/v1/sign-in/acme/callback?code=x" + state));

        assertThat(hint(end, "problem")).isEqualTo(NOT_BEGUN_HERE);
    }

    /** RFC 9700, section 4.4: the answer of one provider brought to another's address. */
    @Asvs({"V6.8.1", "V10.2.2"})
    @Test
    void mixesNoProvidersUp() {
        var back = callback(browser, "/studio").toString();
        var copy = browser.copy();

        assertThat(hint(location(browser.get(back.replace("/acme/", "/other/"))), "problem"))
                .isEqualTo(NOT_BEGUN_HERE);
        assertThat(hint(location(copy.get(back + "&iss=https%3A%2F%2Fevil.example")), "problem"))
                .isEqualTo(NOT_BELIEVED);
    }

    @Asvs("V10.2.2")
    @Test
    void asksAProviderThatNamesItselfForItsName() {
        // Kept for an hour: from now on it says so.
        clock.advance(Duration.ofHours(2));
        PROVIDER.namesItself();
        var back = callback(browser, "/studio").toString();
        var copy = browser.copy();

        assertThat(location(browser.get(back)).getPath()).isEqualTo("/welcome");
        var nameless = new Browser(base);
        var other = callback(nameless, "/studio").toString();
        assertThat(hint(location(nameless.get(other.substring(0, other.indexOf("&iss=")))), "problem"))
                .isEqualTo(NOT_BELIEVED);
        assertThat(copy.signedIn()).isFalse();
        clock.advance(Duration.ofHours(2));
    }

    @Test
    void goesBackWhenThePersonDoesNotWantTo() {
        var back = callback(browser, "/studio").toString();
        var state = back.substring(back.indexOf("&state="));

        var end = location(browser.get("/api/v1/sign-in/acme/callback?error=access_denied" + state));

        assertThat(end.getPath()).isEqualTo("/login");
        assertThat(hint(end, "problem")).isEqualTo("provider-refused");
        assertThat(end.getRawQuery()).isEqualTo("next=%2Fstudio");
    }

    @Asvs({"V1.2.2", "V3.7.2"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "///evil.example",
                "/%5Cevil.example",
                "%5C%5Cevil.example",
                "/%09/evil.example",
                "%09//evil.example",
                "/%0A/evil.example",
                "/%0D%0ALocation:%20https://evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/x%23ticket=mine",
                "/%20/evil.example",
                "/api/v1/sessions",
                "%E2%80%AE/x"
            })
    void leadsToNoOtherSite(String next) {
        var answer = browser.get("/api/v1/sign-in/acme?next=" + next);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(browser.json(answer).get("code").asString()).isEqualTo("bad-next");
    }

    @Asvs("V10.5.3")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "<html>",
                "{\"issuer\":\"https://evil.example\"}",
                "{\"issuer\":\"ISSUER\",\"authorization_endpoint\":\"http://evil.example/\","
                        + "\"token_endpoint\":\"ISSUER/t\",\"jwks_uri\":\"ISSUER/k\"}",
                "{\"issuer\":\"ISSUER\",\"authorization_endpoint\":\"javascript:alert(1)\"}",
                "LARGE"
            })
    void sendsNobodyToAProviderThatMakesNoSense(String description) {
        clock.advance(Duration.ofHours(2));
        PROVIDER.describesItselfAs(
                description.equals("LARGE")
                        ? "{\"issuer\":\"" + PROVIDER.issuer() + "\",\"x\":\"" + "x".repeat(300_000) + "\"}"
                        : description.replace("ISSUER", PROVIDER.issuer()));

        var end = location(browser.get("/api/v1/sign-in/acme"));

        assertThat(end.getPath()).isEqualTo("/login");
        assertThat(hint(end, "problem")).isEqualTo("provider-unavailable");
    }

    @Test
    void knowsNoProviderThatIsNotConfigured() {
        assertThat(browser.get("/api/v1/sign-in/unknown").statusCode()).isEqualTo(404);
        assertThat(browser.get("/api/v1/sign-in/unknown/callback?code=x&state=y")
                        .statusCode())
                .isEqualTo(404);
    }

    private void refused(String problem) {
        var end = signIn(browser);

        assertThat(end.getPath()).isEqualTo("/login");
        assertThat(hint(end, "problem")).isEqualTo(problem);
        assertThat(browser.signedIn()).isFalse();
    }
}

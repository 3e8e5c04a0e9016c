package com.socialflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Api;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody may try between the question and the code. */
class AuthorizationAttackTest extends OAuthTest {

    AuthorizationAttackTest(TestClock clock) {
        super(clock);
    }

    @Asvs({"V3.7.2", "V10.4.1"})
    @Test
    void sendsNothingToAnAddressThatIsNotRegistered() {
        var alice = someoneSignedIn();
        var app = confidential(alice);

        for (var address : List.of(
                "https://evil.example/callback",
                CALLBACK + "/",
                CALLBACK + "/../evil",
                CALLBACK + "?x=1",
                CALLBACK + "#x",
                "https://rp.example.evil.example/callback",
                "https://rp.example@evil.example/callback",
                "http://rp.example/callback",
                "HTTPS://RP.EXAMPLE/callback",
                "javascript:alert(1)",
                "//evil.example/callback")) {
            var response = alice.browser().open(raw(app, "openid", Map.of("redirect_uri", address)));

            assertThat(response.statusCode()).as(address).isEqualTo(400);
            assertThat(response.headers().firstValue("Location")).as(address).isEmpty();
        }
    }

    @Asvs("V10.4.4")
    @Test
    void isNoOpenDoorForProgramsThatMayNotAskLikeThis() {
        var alice = someoneSignedIn();
        var answer = register(
                alice,
                Map.of("confidential", true, "grants", List.of("client-credentials"), "redirectUris", List.of()));
        var app = new App(new ClientID(answer.text("id")), answer.text("secret"));

        var response = alice.browser().open(raw(app, "openid", Map.of("redirect_uri", "https://evil.example/")));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Location")).isEmpty();
    }

    @Asvs("V10.4.6")
    @Test
    void asksForAChallengeThatProtects() {
        var alice = someoneSignedIn();
        for (var app : List.of(confidential(alice), open(alice, Map.of()))) {
            for (var changes : List.of(
                    Map.of("code_challenge", "", "code_challenge_method", ""),
                    Map.of("code_challenge_method", "plain"),
                    Map.of("code_challenge_method", ""))) {
                var redirect = alice.browser().location(raw(app, "openid", changes));

                assertThat(Browser.parameters(redirect))
                        .containsEntry("error", "invalid_request")
                        .containsEntry("iss", base);
            }
        }
    }

    @Asvs("V10.4.6")
    @Test
    void changesNoCodeWithoutItsVerifier() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var code = code(alice, app, "openid");

        var another = new AuthorizationCodeGrant(code, URI.create(CALLBACK), new CodeVerifier());
        assertThat(refusal(app, another)).isEqualTo("invalid_grant");
        assertThat(refusal(app, new AuthorizationCodeGrant(code, URI.create(CALLBACK))))
                .isEqualTo("invalid_grant");
        assertThat(refusal(app, new AuthorizationCodeGrant(code, URI.create(CALLBACK + "/x"), verifier)))
                .isEqualTo("invalid_grant");
        assertThat(tokens(app, exchange(code)).getIDToken()).isNotNull();
    }

    @Asvs("V10.4.2")
    @Test
    void takesBackAllWhenACodeComesBack() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var code = code(alice, app, "openid profile:read");
        var tokens = tokens(app, exchange(code));
        assertThat(me(tokens).status()).isEqualTo(200);

        assertThat(refusal(app, exchange(code))).isEqualTo("invalid_grant");

        assertThat(me(tokens).status()).isEqualTo(401);
        assertThat(refusal(app, new RefreshTokenGrant(tokens.getRefreshToken())))
                .isEqualTo("invalid_grant");
    }

    @Asvs("V10.4.2")
    @Test
    void changesACodeOnceHoweverManyTry() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var code = code(alice, app, "openid");

        var good = Api.atOnce(8, () -> ask(request(app, exchange(code))).indicatesSuccess());

        assertThat(good.stream().filter(Boolean::booleanValue).count()).isLessThanOrEqualTo(1);
        assertThat(refusal(app, exchange(code))).isEqualTo("invalid_grant");
    }

    @Asvs("V10.4.3")
    @Test
    void changesNoCodeAfterAMinuteOrForAnotherProgram() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var late = code(alice, app, "openid");
        clock.advance(Codes.CODE_MAX);
        assertThat(refusal(app, exchange(late))).isEqualTo("invalid_grant");

        var stolen = code(alice, app, "openid");
        assertThat(refusal(confidential(alice), exchange(stolen))).isEqualTo("invalid_grant");
        assertThat(refusal(app, exchange(stolen))).isEqualTo("invalid_grant");
        assertThat(refusal(app, exchange(new AuthorizationCode("made-up")))).isEqualTo("invalid_grant");
    }

    @Asvs("V7.6.2")
    @Test
    void takesAnAnswerFromThePersonWhoWasAskedAlone() {
        var alice = someoneSignedIn();
        var mallory = someoneSignedIn();
        var app = confidential(mallory);
        var page = alice.browser()
                .location(asking(app, "openid profile:read").build().toURI());

        var answer = mallory.browser().answer(page, "openid", "profile:read");

        assertThat(answer.get("status").asInt()).isEqualTo(400);
        assertThat(answer.has("redirect")).isFalse();
        var redirect = alice.browser().answer(page, "openid", "profile:read").get("redirect");
        assertThat(redirect.asString()).startsWith(CALLBACK + "?code=");
    }

    @Test
    void takesAnAnswerOnce() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var page = alice.browser()
                .location(asking(app, "openid profile:read").build().toURI());

        alice.browser().answer(page, "openid");

        assertThat(alice.browser().answer(page, "openid").has("redirect")).isFalse();
    }

    @Asvs("V3.5.1")
    @Test
    void takesNoAnswerFromOtherSites() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var page = alice.browser().location(asking(app, "openid").build().toURI());
        var asked = Browser.parameters(page);
        var form = List.of(
                "client_id",
                asked.getOrDefault("client_id", ""),
                "state",
                asked.getOrDefault("state", ""),
                "scope",
                "openid");

        for (var headers : List.of(
                new String[] {},
                new String[] {"Sec-Fetch-Site", "cross-site"},
                new String[] {"Origin", "https://evil.example"},
                new String[] {"Origin", "null"},
                new String[] {"X-Socialflow-Csrf", "1", "Origin", "https://evil.example"})) {
            assertThat(alice.browser().post("/oauth2/authorize", form, headers).statusCode())
                    .isEqualTo(403);
        }
        var ours = alice.browser().post("/oauth2/authorize", form, "Sec-Fetch-Site", "same-origin");
        assertThat(ours.statusCode()).isEqualTo(302);
        assertThat(ours.headers().firstValue("Location").orElseThrow()).startsWith(CALLBACK + "?code=");
    }

    @Asvs("V10.4.11")
    @Test
    void givesNoMoreThanWasAskedFor() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var page = alice.browser()
                .location(asking(app, "openid profile:read").build().toURI());

        var redirect = URI.create(alice.browser()
                .answer(page, "openid", "profile:read", "admin:write")
                .get("redirect")
                .asString());

        assertThat(Browser.parameters(redirect)).containsEntry("error", "invalid_scope");
    }

    @Asvs({"V10.4.4", "V10.6.1"})
    @Test
    void isNotAskedByUnknownScopesOrTypesOrObjects() {
        var alice = someoneSignedIn();
        var app = confidential(alice);

        var unknown = alice.browser().location(raw(app, "openid everything", Map.of()));
        assertThat(Browser.parameters(unknown)).containsEntry("error", "invalid_scope");
        for (var changes : List.of(
                Map.of("response_type", "token"),
                Map.of("response_type", "code id_token"),
                Map.of("client_id", "0000000000000"),
                Map.of("client_id", "' OR 1=1 --"),
                Map.of("request", "e30.e30."),
                Map.of("request_uri", "https://evil.example/request.jwt"))) {
            var response = alice.browser().open(raw(app, "openid", changes));
            assertThat(response.statusCode()).as("%s", changes).isEqualTo(400);
            assertThat(response.headers().firstValue("Location")).isEmpty();
        }
    }

    @Asvs("V15.3.7")
    @Test
    void isNotAskedForTwoThingsAtOnce() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        for (var again :
                List.of("client_id=x", "redirect_uri=https://evil.example/", "response_type=token", "scope=x")) {
            var response = alice.browser().open(URI.create(raw(app, "openid", Map.of()) + "&" + again));

            assertThat(response.statusCode()).as(again).isEqualTo(400);
            assertThat(response.headers().firstValue("Location")).isEmpty();
        }
    }

    @Test
    void takesNoProgramsTokenForThePerson() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var tokens = tokens(alice, app, "openid profile:read");
        var program = new Browser(base, "sf_access=" + tokens.getAccessToken().getValue());

        var page = program.location(asking(app, "openid admin:write").build().toURI());

        assertThat(page.getPath()).isEqualTo("/login");
        api.get("/api/v1/me", "Cookie", program.cookie()).isProblem(401, "token-invalid");
    }

    @Test
    void sendsWhoIsNotSignedInToOurPageAndBack() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var nobody = new Browser(base, "");

        var page = nobody.location(asking(app, "openid").build().toURI());
        var next = Browser.parameters(page).getOrDefault("next", "");

        assertThat(page.getPath()).isEqualTo("/login");
        assertThat(next).startsWith("/oauth2/authorize?").contains("client_id=" + app.id());
        assertThat(alice.browser().location(URI.create(base + next)).getPath()).isEqualTo("/oauth/consent");
        var silent = nobody.location(raw(app, "openid", Map.of("prompt", "none")));
        assertThat(Browser.parameters(silent)).containsEntry("error", "login_required");
        var unasked = alice.browser().location(raw(app, "openid", Map.of("prompt", "none")));
        assertThat(Browser.parameters(unasked)).containsEntry("error", "consent_required");
    }

    @Test
    void wantsAFreshSignInWhenTheProgramDoes() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        clock.advance(Duration.ofMinutes(5));

        for (var wish : List.of(Map.of("prompt", "login"), Map.of("max_age", "60"))) {
            var page = alice.browser().location(raw(app, "openid", wish));
            assertThat(page.getPath()).isEqualTo("/login");
            assertThat(Browser.parameters(page)).containsEntry("reauthenticate", "1");

            var next = URI.create(base + Browser.parameters(page).getOrDefault("next", ""));
            assertThat(alice.browser().location(next).getPath()).isEqualTo("/login");
            var anew = signIn(alice.name(), alice.id());
            assertThat(anew.browser().location(next).getPath()).isEqualTo("/oauth/consent");
        }
        var silent = alice.browser().location(raw(app, "openid", Map.of("prompt", "none", "max_age", "60")));
        assertThat(Browser.parameters(silent)).containsEntry("error", "login_required");
        assertThat(alice.browser()
                        .location(raw(app, "openid", Map.of("max_age", "3600")))
                        .getPath())
                .isEqualTo("/oauth/consent");
    }
}

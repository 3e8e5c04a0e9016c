package com.socialflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Signing out at a program, and here with it. */
class LogoutTest extends OAuthTest {

    private static final String BYE = "https://rp.example/bye";

    LogoutTest(TestClock clock) {
        super(clock);
    }

    @Test
    void signsOutAndGoesBackToTheProgram() {
        var alice = someoneSignedIn();
        var app = program(alice);
        var idToken = tokens(alice, app, "openid").getIDToken();
        clock.advance(Duration.ofMinutes(2));

        var response = logout(alice, idToken, BYE);

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location"))
                .hasValue(BYE + "?state=" + Answers.encoded(state.getValue()));
        assertThat(response.headers().allValues("Set-Cookie").toString()).contains("sf_access=;");
        api.get("/api/v1/me", "Cookie", alice.browser().cookie()).isProblem(401, "token-invalid");
    }

    @Asvs("V3.7.2")
    @Test
    void isNoOpenDoor() {
        var alice = someoneSignedIn();
        var app = program(alice);
        var idToken = tokens(alice, app, "openid").getIDToken();

        for (var address : List.of("https://evil.example/", BYE + "/x", BYE + "?x=1", CALLBACK)) {
            var response = logout(alice, idToken, address);
            assertThat(response.statusCode()).as(address).isEqualTo(400);
            assertThat(response.headers().firstValue("Location")).isEmpty();
        }
        assertThat(logout(alice, null, BYE).statusCode()).isEqualTo(400);
        assertThat(api.get("/api/v1/me", "Cookie", alice.browser().cookie()).status())
                .isEqualTo(200);
    }

    @Asvs({"V3.5.3", "V10.6.2"})
    @Test
    void asksWhenAnybodyMayHaveSentTheBrowser() {
        var alice = someoneSignedIn();
        var mallory = someoneSignedIn();
        var foreign = tokens(mallory, program(mallory), "openid").getIDToken();

        for (var response : List.of(logout(alice, null, null), logout(alice, foreign, null))) {
            assertThat(response.statusCode()).isEqualTo(303);
            assertThat(response.headers().firstValue("Location")).hasValue("/settings/security");
        }
        assertThat(api.get("/api/v1/me", "Cookie", alice.browser().cookie()).status())
                .isEqualTo(200);
    }

    @Asvs({"V9.2.2", "V10.6.2"})
    @Test
    void takesNoOtherTokenForAHint() {
        var alice = someoneSignedIn();
        for (var hint : List.of(alice.token(), "e30.e30.", "nonsense")) {
            var address = URI.create(base + "/connect/logout?id_token_hint=" + hint);
            assertThat(alice.browser().open(address).statusCode()).isEqualTo(400);
        }
    }

    private App program(Someone owner) {
        var answer = register(owner, Map.of("confidential", true, "postLogoutRedirectUris", List.of(BYE)));
        return new App(new ClientID(answer.text("id")), answer.text("secret"));
    }

    private HttpResponse<String> logout(Someone person, @Nullable JWT hint, @Nullable String address) {
        var request = new LogoutRequest(
                URI.create(base + "/connect/logout"),
                hint,
                address == null ? null : URI.create(address),
                address == null ? null : state);
        return person.browser().open(request.toURI());
    }
}

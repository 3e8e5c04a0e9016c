package com.socialflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A device without a keyboard, by RFC 8628. */
class DeviceFlowTest extends OAuthTest {

    DeviceFlowTest(TestClock clock) {
        super(clock);
    }

    @Test
    void letsADeviceInThatThePersonKnowsTheCodeOf() throws Exception {
        var alice = someoneSignedIn();
        var app = television(alice);
        var codes = codes(app);
        assertThat(codes.getUserCode().getValue()).matches("[B-Z]{4}-[B-Z]{4}");
        assertThat(codes.getVerificationURI()).isEqualTo(URI.create(base + "/device"));
        assertThat(codes.getInterval()).isEqualTo(5);
        var grant = new DeviceCodeGrant(codes.getDeviceCode());
        assertThat(refusal(app, grant)).isEqualTo("authorization_pending");
        assertThat(refusal(app, grant)).isEqualTo("slow_down");

        var page = URI.create(type(alice, codes.getUserCode().getValue().toLowerCase(Locale.ROOT))
                .get("redirect")
                .asString());
        assertThat(page.getPath()).isEqualTo("/oauth/consent");
        assertThat(alice.browser().answer(page, "profile:read").get("redirect").asString())
                .isEqualTo("/device?state=allowed");

        clock.advance(Duration.ofSeconds(5));
        var tokens = ask(request(app, grant)).toSuccessResponse().getTokens();
        assertThat(tokens.getAccessToken().getScope()).isEqualTo(Scope.parse("profile:read"));
        assertThat(api.me(tokens.getAccessToken().getValue()).status()).isEqualTo(200);
        assertThat(refusal(app, grant)).isEqualTo("access_denied");
        assertThat(ask(request(app, new RefreshTokenGrant(tokens.getRefreshToken())))
                        .indicatesSuccess())
                .isTrue();
    }

    @Test
    void keepsADeviceOutThatThePersonDoesNotWant() throws Exception {
        var alice = someoneSignedIn();
        var app = television(alice);
        var codes = codes(app);
        var page = URI.create(
                type(alice, codes.getUserCode().getValue()).get("redirect").asString());

        assertThat(alice.browser().answer(page).get("redirect").asString()).isEqualTo("/device?state=denied");

        assertThat(refusal(app, new DeviceCodeGrant(codes.getDeviceCode()))).isEqualTo("access_denied");
    }

    @Test
    void asksEvenForAProgramThatWasAllowedBefore() throws Exception {
        var alice = someoneSignedIn();
        var app = television(alice);
        for (var i = 0; i < 2; i++) {
            var codes = codes(app);
            var page = URI.create(
                    type(alice, codes.getUserCode().getValue()).get("redirect").asString());
            assertThat(page.getPath()).isEqualTo("/oauth/consent");
            alice.browser().answer(page, "profile:read");
        }
    }

    @Test
    void forgetsCodesAfterTenMinutes() throws Exception {
        var alice = someoneSignedIn();
        var app = television(alice);
        var codes = codes(app);
        clock.advance(Codes.DEVICE_MAX);
        var later = signIn(alice.name(), alice.id());

        assertThat(type(later, codes.getUserCode().getValue()).get("code").asString())
                .isEqualTo("user-code-invalid");
        assertThat(refusal(app, new DeviceCodeGrant(codes.getDeviceCode()))).isEqualTo("expired_token");
    }

    @Asvs("V6.6.3")
    @Test
    void letsNobodyGuessCodesOrSendThemFromOtherSites() throws Exception {
        var alice = someoneSignedIn();
        var code = codes(television(alice)).getUserCode().getValue();
        var form = List.of("user_code", code);
        assertThat(alice.browser()
                        .post("/oauth2/device_verification", form, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(alice.browser().post("/oauth2/device_verification", form).statusCode())
                .isEqualTo(403);
        assertThat(alice.browser()
                        .open(URI.create(base + "/oauth2/device_verification?user_code=" + code))
                        .statusCode())
                .isEqualTo(405);
        assertThat(type(new Someone("", "", new Browser(base, ""), ""), code)
                        .get("redirect")
                        .asString())
                .startsWith("/login?next=");

        for (var i = 0; i < People.USER_CODES.tries(); i++) {
            assertThat(type(alice, "BCDF-GHJK").get("code").asString()).isEqualTo("user-code-invalid");
        }
        assertThat(type(alice, code).get("code").asString()).isEqualTo("too-many-attempts");
    }

    private App television(Someone owner) {
        return open(owner, Map.of("grants", List.of("device-code"), "redirectUris", List.of()));
    }

    private DeviceAuthorizationSuccessResponse codes(App app) throws Exception {
        var request = new DeviceAuthorizationRequest.Builder(app.id())
                .endpointURI(URI.create(base + "/oauth2/device_authorization"))
                .scope(Scope.parse("profile:read"))
                .build();
        return DeviceAuthorizationResponse.parse(request.toHTTPRequest().send()).toSuccessResponse();
    }

    private JsonNode type(Someone person, String code) {
        return person.browser()
                .json(person.browser()
                        .post(
                                "/oauth2/device_verification",
                                List.of("user_code", code),
                                "X-Socialflow-Csrf",
                                "1",
                                "Accept",
                                "application/json"));
    }
}

package com.socialflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A relying party built on an independent library, which checks what it gets by its own reading of the standards. */
class RelyingPartyTest extends OAuthTest {

    RelyingPartyTest(TestClock clock) {
        super(clock);
    }

    @Test
    void goesTheWholeWayWithDiscoveryPkceNonceAndAKeyOfItsOwn() throws Exception {
        var metadata = OIDCProviderMetadata.resolve(new Issuer(base));
        assertThat(metadata.getAuthorizationEndpointURI()).isEqualTo(URI.create(base + "/oauth2/authorize"));
        assertThat(metadata.getGrantTypes().toString()).doesNotContain("implicit", "password");
        var alice = someoneSignedIn();
        var app = open(alice, Map.of());
        var key = new ECKeyGenerator(Curve.P_256).generate();
        var proofs = new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256);

        var redirect = alice.browser()
                .allow(asking(app, "openid profile email profile:read").build().toURI(), "openid", "profile", "email");
        var response = AuthenticationResponseParser.parse(redirect).toSuccessResponse();
        assertThat(response.getState()).isEqualTo(state);
        assertThat(response.getIssuer()).isEqualTo(metadata.getIssuer());

        var http = request(app, exchange(response.getAuthorizationCode())).toHTTPRequest();
        http.setDPoP(proofs.createDPoPJWT("POST", metadata.getTokenEndpointURI()));
        var tokens =
                ((OIDCTokenResponse) OIDCTokenResponseParser.parse(http.send()).toSuccessResponse()).getOIDCTokens();
        assertThat(tokens.getAccessToken().getType()).isEqualTo(AccessTokenType.DPOP);
        assertThat(tokens.getAccessToken().getLifetime()).isBetween(590L, 600L);

        var validator = new IDTokenValidator(
                metadata.getIssuer(),
                app.id(),
                JWSAlgorithm.ES256,
                metadata.getJWKSetURI().toURL());
        var claims = validator.validate(tokens.getIDToken(), nonce);
        assertThat(claims.getSubject().getValue()).isEqualTo(alice.id());
        assertThat(claims.getAuthenticationTime()).isNotNull();
        AccessTokenValidator.validate(tokens.getAccessToken(), JWSAlgorithm.ES256, claims.getAccessTokenHash());
        var access = SignedJWT.parse(tokens.getAccessToken().getValue());
        assertThat(access.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(access.getJWTClaimsSet().getIssuer()).isEqualTo(base);
        assertThat(access.getJWTClaimsSet().getStringClaim("scope").split(" "))
                .containsExactlyInAnyOrder("openid", "profile", "email");

        var ask = new UserInfoRequest(metadata.getUserInfoEndpointURI(), tokens.getAccessToken()).toHTTPRequest();
        ask.setDPoP(proofs.createDPoPJWT("GET", metadata.getUserInfoEndpointURI(), tokens.getAccessToken()));
        var info = UserInfoResponse.parse(ask.send()).toSuccessResponse().getUserInfo();
        assertThat(info.getSubject()).isEqualTo(claims.getSubject());
        assertThat(info.getPreferredUsername()).isEqualTo(alice.name());
        assertThat(info.getEmailAddress()).isEqualTo(alice.name() + "@example.com");
    }

    @Test
    void findsTheSameByTheStandardOfPlainOAuth() throws Exception {
        var metadata = AuthorizationServerMetadata.resolve(new Issuer(base));

        assertThat(metadata.getCodeChallengeMethods().toString()).isEqualTo("[S256]");
        assertThat(metadata.supportsAuthorizationResponseIssuerParam()).isTrue();
        assertThat(metadata.getDeviceAuthorizationEndpointURI()).isNotNull();
        assertThat(metadata.getDPoPJWSAlgs()).contains(JWSAlgorithm.ES256);
    }

    @Test
    void isAskedOnceForAScopeAndAgainForAnother() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        tokens(alice, app, "openid profile:read");

        var again = alice.browser()
                .location(asking(app, "openid profile:read").build().toURI());
        assertThat(again.toString()).startsWith(CALLBACK + "?code=");

        var more = alice.browser()
                .location(asking(app, "openid profile:read posts:write").build().toURI());
        assertThat(more.getPath()).isEqualTo("/oauth/consent");
        var insisting = alice.browser().location(raw(app, "openid profile:read", Map.of("prompt", "consent")));
        assertThat(insisting.getPath()).isEqualTo("/oauth/consent");
    }

    @Asvs("V7.6.2")
    @Test
    void hearsANo() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        tokens(alice, app, "openid profile:read");
        var page = alice.browser()
                .location(asking(app, "openid profile:read posts:write").build().toURI());

        var redirect = URI.create(alice.browser().answer(page).get("redirect").asString());

        assertThat(Browser.parameters(redirect))
                .containsEntry("error", "access_denied")
                .containsEntry("state", state.getValue())
                .containsEntry("iss", base);
    }

    @Test
    void refreshesAndChecksTheNewIdToken() throws Exception {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var first = tokens(alice, app, "openid profile:read offline_access");
        clock.advance(Duration.ofSeconds(1));

        var second = tokens(app, new RefreshTokenGrant(first.getRefreshToken()));

        assertThat(second.getRefreshToken()).isNotEqualTo(first.getRefreshToken());
        assertThat(me(second).status()).isEqualTo(200);
        var validator = new IDTokenValidator(
                new Issuer(base),
                app.id(),
                JWSAlgorithm.ES256,
                URI.create(base + "/.well-known/jwks.json").toURL());
        assertThatCode(() -> validator.validate(second.getIDToken(), null)).doesNotThrowAnyException();
    }

    @Test
    void actsForItself() throws Exception {
        var alice = someoneSignedIn();
        var answer = register(alice, Map.of("confidential", true, "grants", new String[] {"client-credentials"}));
        var app = new App(new ClientID(answer.text("id")), answer.text("secret"));
        var request = new TokenRequest.Builder(
                        URI.create(base + "/oauth2/token"), app.authentication(), new ClientCredentialsGrant())
                .scope(Scope.parse("profile:read"))
                .build();

        var tokens = ask(request).toSuccessResponse().getTokens();

        assertThat(tokens.getRefreshToken()).isNull();
        var me = api.me(tokens.getAccessToken().getValue());
        assertThat(me.status()).as("there is no person").isIn(401, 403);
        assertThat(introspect(app, tokens.getAccessToken()).getSubject().getValue())
                .isEqualTo(app.id().getValue());
        revoke(app, tokens.getAccessToken());
        assertThat(introspect(app, tokens.getAccessToken()).isActive()).isFalse();
        assertThat(api.me(tokens.getAccessToken().getValue()).status()).isEqualTo(401);
    }

    @Test
    void looksAtItsTokensAndTakesThemBack() throws Exception {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var tokens = tokens(alice, app, "openid profile:read");

        var access = introspect(app, tokens.getAccessToken());
        assertThat(access.isActive()).isTrue();
        assertThat(access.getClientID()).isEqualTo(app.id());
        assertThat(access.getSubject().getValue()).isEqualTo(alice.id());
        assertThat(access.getScope()).containsExactlyInAnyOrderElementsOf(Scope.parse("openid profile:read"));
        assertThat(introspect(app, tokens.getRefreshToken()).isActive()).isTrue();

        revoke(app, tokens.getRefreshToken());

        assertThat(introspect(app, tokens.getAccessToken()).isActive()).isFalse();
        assertThat(introspect(app, tokens.getRefreshToken()).isActive()).isFalse();
        assertThat(me(tokens).status()).isEqualTo(401);
        assertThat(refusal(app, new RefreshTokenGrant(tokens.getRefreshToken())))
                .isEqualTo("invalid_grant");
    }

    @Test
    void maySendAnAnswerToAnyPortOfThePersonsOwnMachine() {
        var alice = someoneSignedIn();
        var answer = register(alice, Map.of("redirectUris", new String[] {"http://127.0.0.1/cb"}));
        var app = new App(new ClientID(answer.text("id")), "");

        var redirect = alice.browser()
                .allow(raw(app, "openid", Map.of("redirect_uri", "http://127.0.0.1:49152/cb")), "openid");

        assertThat(redirect.toString()).startsWith("http://127.0.0.1:49152/cb?code=");
        var code = new AuthorizationCode(Browser.parameters(redirect).getOrDefault("code", ""));
        var grant = new AuthorizationCodeGrant(code, URI.create("http://127.0.0.1:49152/cb"), verifier);
        assertThat(tokens(app, grant).getIDToken()).isNotNull();
    }

    private TokenIntrospectionSuccessResponse introspect(App app, Token token) throws Exception {
        var request =
                new TokenIntrospectionRequest(URI.create(base + "/oauth2/introspect"), app.authentication(), token);
        return TokenIntrospectionResponse.parse(request.toHTTPRequest().send()).toSuccessResponse();
    }

    private void revoke(App app, Token token) throws Exception {
        var request = new TokenRevocationRequest(URI.create(base + "/oauth2/revoke"), app.authentication(), token);
        assertThat(request.toHTTPRequest().send().getStatusCode()).isEqualTo(200);
    }
}

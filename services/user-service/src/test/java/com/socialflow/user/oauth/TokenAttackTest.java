package com.socialflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Api;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody may try with tokens. */
class TokenAttackTest extends OAuthTest {

    private final JdbcClient jdbc;
    private final Grants grants;

    TokenAttackTest(TestClock clock, JdbcClient jdbc, Grants grants) {
        super(clock);
        this.jdbc = jdbc;
        this.grants = grants;
    }

    @Asvs("V10.4.5")
    @Test
    void takesBackAllWhenARefreshTokenComesBack() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var first = tokens(alice, app, "profile:read offline_access");
        var second = tokens(app, new RefreshTokenGrant(first.getRefreshToken()));
        assertThat(me(second).status()).isEqualTo(200);

        assertThat(refusal(app, new RefreshTokenGrant(first.getRefreshToken()))).isEqualTo("invalid_grant");

        assertThat(me(first).status()).isEqualTo(401);
        assertThat(me(second).status()).isEqualTo(401);
        assertThat(refusal(app, new RefreshTokenGrant(second.getRefreshToken())))
                .isEqualTo("invalid_grant");
    }

    @Asvs("V10.4.5")
    @Test
    void givesOneOfManyWhoRefreshAtOnceTokensAndTakesThemBack() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var token = tokens(alice, app, "profile:read").getRefreshToken();

        var answers = Api.atOnce(8, () -> ask(request(app, new RefreshTokenGrant(token))));

        var good = answers.stream().filter(answer -> answer.indicatesSuccess()).toList();
        assertThat(good).hasSize(1);
        var next = good.getFirst().toSuccessResponse().getTokens().getRefreshToken();
        assertThat(refusal(app, new RefreshTokenGrant(next))).isEqualTo("invalid_grant");
    }

    @Asvs("V10.4.11")
    @Test
    void givesNoMoreOnRefreshThanBefore() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var tokens = tokens(alice, app, "profile:read posts:read");
        var endpoint = URI.create(base + "/oauth2/token");

        var more = new TokenRequest.Builder(
                        endpoint, app.authentication(), new RefreshTokenGrant(tokens.getRefreshToken()))
                .scope(Scope.parse("profile:read videos:write"))
                .build();
        assertThat(ask(more).toErrorResponse().getErrorObject().getCode()).isEqualTo("invalid_scope");
        var less = new TokenRequest.Builder(
                        endpoint, app.authentication(), new RefreshTokenGrant(tokens.getRefreshToken()))
                .scope(Scope.parse("profile:read"))
                .build();
        assertThat(ask(less).toSuccessResponse().getTokens().getAccessToken().getScope())
                .isEqualTo(Scope.parse("profile:read"));
    }

    @Asvs("V10.4.10")
    @Test
    void refreshesForTheRightProgramAlone() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var tokens = tokens(alice, app, "profile:read");

        assertThat(refusal(confidential(alice), new RefreshTokenGrant(tokens.getRefreshToken())))
                .isEqualTo("invalid_grant");
        var wrong = new App(app.id(), "sfs_wrong");
        assertThat(refusal(wrong, new RefreshTokenGrant(tokens.getRefreshToken())))
                .isEqualTo("invalid_client");
        var unproven = new App(app.id(), "");
        assertThat(refusal(unproven, new RefreshTokenGrant(tokens.getRefreshToken())))
                .isEqualTo("invalid_client");
        assertThat(tokens(app, new RefreshTokenGrant(tokens.getRefreshToken())).getRefreshToken())
                .isNotNull();
    }

    @Asvs("V10.4.4")
    @Test
    void knowsNoPasswordsAndNoProgramsWithoutASecret() {
        var alice = someoneSignedIn();
        var app = confidential(alice);

        assertThat(refusal(app, new ResourceOwnerPasswordCredentialsGrant(alice.name(), new Secret(Api.PASSWORD))))
                .isEqualTo("unsupported_grant_type");
        assertThat(refusal(app, new ClientCredentialsGrant())).isEqualTo("unauthorized_client");
        register(alice, Map.of("grants", List.of("client-credentials"), "redirectUris", List.of()))
                .isInvalid("grants", "confidential-only");
    }

    @Asvs("V10.4.10")
    @Test
    void saysNothingOfOtherProgramsTokens() throws Exception {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var nosy = confidential(someoneSignedIn());
        var tokens = tokens(alice, app, "profile:read");
        var own = new BearerAccessToken(alice.token());

        for (var token : List.of(tokens.getAccessToken(), tokens.getRefreshToken(), own)) {
            var question = new TokenIntrospectionRequest(
                    URI.create(base + "/oauth2/introspect"), nosy.authentication(), token);
            assertThat(question.toHTTPRequest().send().getBodyAsJSONObject()).isEqualTo(Map.of("active", false));
            new TokenRevocationRequest(URI.create(base + "/oauth2/revoke"), nosy.authentication(), token)
                    .toHTTPRequest()
                    .send();
        }
        assertThat(me(tokens).status()).isEqualTo(200);
        assertThat(api.me(alice.token()).status()).isEqualTo(200);
        var unknown = open(alice, Map.of());
        var form = List.of("client_id", unknown.id().getValue(), "token", own.getValue());
        assertThat(alice.browser().post("/oauth2/introspect", form).statusCode())
                .isEqualTo(401);
        assertThat(new Browser(base, "")
                        .post("/oauth2/introspect", List.of("token", "x"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Asvs("V7.6.1")
    @Test
    void endsWithTheSignInUnlessThePersonAllowedMore() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var tied = tokens(alice, app, "profile:read");
        var lasting = tokens(alice, app, "profile:read offline_access");

        api.call(
                "DELETE",
                "/api/v1/sessions/current",
                null,
                "Cookie",
                alice.browser().cookie(),
                "X-Socialflow-Csrf",
                "1");

        assertThat(me(tied).status()).isEqualTo(401);
        assertThat(refusal(app, new RefreshTokenGrant(tied.getRefreshToken()))).isEqualTo("invalid_grant");
        assertThat(me(lasting).status()).isEqualTo(200);
        assertThat(me(tokens(app, new RefreshTokenGrant(lasting.getRefreshToken())))
                        .status())
                .isEqualTo(200);
    }

    @Asvs("V10.4.8")
    @Test
    void endsAfterAYearHoweverBusyTheProgramIs() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var token = tokens(alice, app, "profile:read offline_access").getRefreshToken();
        for (var month = 0; month < 13; month++) {
            clock.advance(Duration.ofDays(28));
            token = tokens(app, new RefreshTokenGrant(token)).getRefreshToken();
        }

        clock.advance(Duration.ofDays(2));

        assertThat(refusal(app, new RefreshTokenGrant(token))).isEqualTo("invalid_grant");
    }

    @Test
    void endsWhenThePersonMayNotComeInAnyMore() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var tokens = tokens(alice, app, "profile:read offline_access");
        jdbc.sql("""
                UPDATE "user".account SET state = 'suspended' WHERE username = :name
                """).param("name", alice.name()).update();

        assertThat(refusal(app, new RefreshTokenGrant(tokens.getRefreshToken())))
                .isEqualTo("invalid_grant");
        grants.sweep();
        assertThat(me(tokens).status()).isEqualTo(401);
    }

    @Test
    void endsWhenSomebodyElseMayHaveBeenIn() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var tokens = tokens(alice, app, "profile:read offline_access");
        jdbc.sql("""
                UPDATE "user".session SET ended_at = :now, end_reason = 'password-changed'
                 WHERE account_id = (SELECT id FROM "user".account WHERE username = :name)
                """)
                .param("name", alice.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();

        assertThat(refusal(app, new RefreshTokenGrant(tokens.getRefreshToken())))
                .isEqualTo("invalid_grant");
        grants.sweep();
        assertThat(me(tokens).status()).isEqualTo(401);
    }

    @Asvs("V10.4.5")
    @Test
    void bindsTokensToAKey() throws Exception {
        var alice = someoneSignedIn();
        var app = open(alice, Map.of("dpop", true));
        var key = new ECKeyGenerator(Curve.P_256).generate();
        var grant = exchange(code(alice, app, "openid profile:read"));
        assertThat(refusal(app, grant)).isEqualTo("invalid_dpop_proof");
        var tokens = bound(app, grant, key);
        var access = tokens.getAccessToken();

        assertThat(api.me(access.getValue()).status()).isEqualTo(401);
        assertThat(withProof(access, proof(key, "GET", "/api/v1/me", access))).isEqualTo(200);
        var once = proof(key, "GET", "/api/v1/me", access);
        assertThat(withProof(access, once)).isEqualTo(200);
        assertThat(withProof(access, once)).isEqualTo(401);
        assertThat(withProof(access, proof(key, "POST", "/api/v1/me", access))).isEqualTo(401);
        assertThat(withProof(access, proof(key, "GET", "/api/v1/videos", access)))
                .isEqualTo(401);
        assertThat(withProof(access, proof(key, "GET", "/api/v1/me", null))).isEqualTo(401);
        var stranger = new ECKeyGenerator(Curve.P_256).generate();
        assertThat(withProof(access, proof(stranger, "GET", "/api/v1/me", access)))
                .isEqualTo(401);
        var old = proof(key, "GET", "/api/v1/me", access);
        clock.advance(Duration.ofSeconds(70));
        assertThat(withProof(access, old)).isEqualTo(401);
        clock.advance(Duration.ofSeconds(-70));

        var unbound = new BearerAccessToken(alice.token());
        assertThat(withProof(unbound, proof(key, "GET", "/api/v1/me", unbound))).isEqualTo(401);
        assertThat(refusal(app, new RefreshTokenGrant(tokens.getRefreshToken())))
                .isEqualTo("invalid_dpop_proof");
        var theft =
                request(app, new RefreshTokenGrant(tokens.getRefreshToken())).toHTTPRequest();
        theft.setDPoP(new DefaultDPoPProofFactory(stranger, JWSAlgorithm.ES256)
                .createDPoPJWT("POST", URI.create(base + "/oauth2/token")));
        assertThat(theft.send().getStatusCode()).isEqualTo(400);
        assertThat(bound(app, new RefreshTokenGrant(tokens.getRefreshToken()), key)
                        .getRefreshToken())
                .isNotNull();
    }

    @Test
    void changesACodeForTheOwnerOfItsKeyAlone() throws Exception {
        var alice = someoneSignedIn();
        var app = open(alice, Map.of());
        var key = new ECKeyGenerator(Curve.P_256).generate();
        var asked = raw(
                app, "profile:read", Map.of("dpop_jkt", key.computeThumbprint().toString()));
        var code = new AuthorizationCode(
                Browser.parameters(alice.browser().allow(asked, "profile:read")).getOrDefault("code", ""));

        assertThat(refusal(app, exchange(code))).isEqualTo("invalid_dpop_proof");
        assertThat(bound(app, exchange(code), key).getAccessToken()).isNotNull();
    }

    private OIDCTokens bound(App app, AuthorizationGrant grant, ECKey key) throws Exception {
        var http = request(app, grant).toHTTPRequest();
        http.setDPoP(new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256)
                .createDPoPJWT("POST", URI.create(base + "/oauth2/token")));
        var response = http.send();
        assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
        return ((OIDCTokenResponse) OIDCTokenResponseParser.parse(response).toSuccessResponse()).getOIDCTokens();
    }

    private String proof(ECKey key, String method, String path, @Nullable AccessToken token) throws JOSEException {
        var factory = new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256);
        var address = URI.create(base + path);
        var proof =
                token == null ? factory.createDPoPJWT(method, address) : factory.createDPoPJWT(method, address, token);
        return proof.serialize();
    }

    private int withProof(AccessToken token, String proof) {
        return api.get("/api/v1/me", "Authorization", "DPoP " + token.getValue(), "DPoP", proof)
                .status();
    }
}

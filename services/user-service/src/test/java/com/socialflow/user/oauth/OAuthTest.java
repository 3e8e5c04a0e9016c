package com.socialflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;

/** Programs of other people against the running service. Their library looks at the real clock, and so do we here. */
abstract class OAuthTest extends UserServiceTest {

    static final String CALLBACK = "https://rp.example/callback";

    final TestClock clock;
    final State state = new State();
    final Nonce nonce = new Nonce();
    final CodeVerifier verifier = new CodeVerifier();
    private Instant before = Instant.EPOCH;
    String base = "";

    OAuthTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void useTheRealTime(@Value("${local.server.port}") int port) {
        base = "http://127.0.0.1:" + port;
        before = clock.instant();
        // The database keeps microseconds.
        clock.set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    @AfterEach
    void useTheTimeOfOtherTests() {
        clock.set(before);
    }

    /** Somebody who has signed in, with a browser and by the API. */
    record Someone(String name, String id, Browser browser, String token) {

        String[] header() {
            return new String[] {"Authorization", "Bearer " + token};
        }
    }

    /** A registered program. */
    record App(ClientID id, String secret) {

        ClientSecretBasic authentication() {
            return new ClientSecretBasic(id, new Secret(secret));
        }
    }

    Someone someoneSignedIn() {
        var name = someone();
        var id = api.register(name).text("id");
        return signIn(name, id);
    }

    Someone signIn(String name, String id) {
        var session = api.signIn(name, Api.PASSWORD, "X-Socialflow-Session", "cookie");
        return new Someone(
                name,
                id,
                new Browser(base, "sf_access=" + session.cookie("sf_access")),
                api.signIn(name, Api.PASSWORD).text("accessToken"));
    }

    Answer register(Someone owner, Map<String, Object> more) {
        var form = new HashMap<String, Object>(Map.of("name", "Test program", "redirectUris", List.of(CALLBACK)));
        form.putAll(more);
        return api.post("/api/v1/me/clients", form, owner.header());
    }

    App confidential(Someone owner) {
        var answer = register(owner, Map.of("confidential", true));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return new App(new ClientID(answer.text("id")), answer.text("secret"));
    }

    App open(Someone owner, Map<String, Object> more) {
        var answer = register(owner, more);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return new App(new ClientID(answer.text("id")), "");
    }

    AuthorizationRequest.Builder asking(App app, String scope) {
        return new AuthorizationRequest.Builder(ResponseType.CODE, app.id())
                .redirectionURI(URI.create(CALLBACK))
                .scope(Scope.parse(scope))
                .endpointURI(URI.create(base + "/oauth2/authorize"))
                .state(state)
                .customParameter("nonce", nonce.getValue())
                .codeChallenge(verifier, CodeChallengeMethod.S256);
    }

    /** A question with parameters of any kind; a null takes one away. */
    URI raw(App app, String scope, Map<String, String> changes) {
        var all = new HashMap<String, String>();
        asking(app, scope).build().toParameters().forEach((name, values) -> all.put(name, values.getFirst()));
        changes.forEach((name, value) -> {
            if (value.isEmpty()) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        });
        var query = new StringBuilder();
        all.forEach((name, value) -> query.append('&').append(name).append('=').append(Answers.encoded(value)));
        return URI.create(base + "/oauth2/authorize?" + query.substring(1));
    }

    /** The person allows all that is asked. */
    AuthorizationCode code(Someone person, App app, String scope) {
        var redirect = person.browser().allow(asking(app, scope).build().toURI(), scope.split(" "));
        return new AuthorizationCode(Browser.parameters(redirect).getOrDefault("code", ""));
    }

    AuthorizationCodeGrant exchange(AuthorizationCode code) {
        return new AuthorizationCodeGrant(code, URI.create(CALLBACK), verifier);
    }

    TokenRequest request(App app, AuthorizationGrant grant) {
        var endpoint = URI.create(base + "/oauth2/token");
        return app.secret().isEmpty()
                ? new TokenRequest.Builder(endpoint, app.id(), grant).build()
                : new TokenRequest.Builder(endpoint, app.authentication(), grant).build();
    }

    TokenResponse ask(TokenRequest request) {
        try {
            return OIDCTokenResponseParser.parse(request.toHTTPRequest().send());
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    OIDCTokens tokens(App app, AuthorizationGrant grant) {
        var response = ask(request(app, grant));
        assertThat(response.indicatesSuccess())
                .as(() -> response.indicatesSuccess()
                        ? ""
                        : response.toErrorResponse().toJSONObject().toString())
                .isTrue();
        return ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
    }

    String refusal(App app, AuthorizationGrant grant) {
        var response = ask(request(app, grant));
        assertThat(response.indicatesSuccess()).as("refused").isFalse();
        return response.toErrorResponse().getErrorObject().getCode();
    }

    /** Everything from the question to the tokens. */
    OIDCTokens tokens(Someone person, App app, String scope) {
        return tokens(app, exchange(code(person, app, scope)));
    }

    Answer me(OIDCTokens tokens) {
        return api.me(tokens.getAccessToken().getValue());
    }
}

package com.socialflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Programs that people register, and the access that others give them. */
class ClientApiTest extends OAuthTest {

    ClientApiTest(TestClock clock) {
        super(clock);
    }

    @Test
    void registersAProgramAndTellsItsSecretOnce() {
        var alice = someoneSignedIn();
        var made = register(alice, Map.of("confidential", true, "website", "https://rp.example"));
        var path = "/api/v1/me/clients/" + made.text("id");

        var read = api.get(path, alice.header());

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("secret")).startsWith("sfs_");
        assertThat(made.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(read.body().has("secret")).isFalse();
        assertThat(read.text("website")).isEqualTo("https://rp.example");
        assertThat(api.get("/api/v1/me/clients", alice.header()).body().get("items"))
                .hasSize(1);
    }

    @Test
    void isItsOwnersAlone() {
        var id = register(someoneSignedIn(), Map.of("confidential", true)).text("id");
        var mallory = someoneSignedIn();
        var path = "/api/v1/me/clients/" + id;

        api.get(path, mallory.header()).isProblem(404, "client-not-found");
        api.call("PATCH", path, Map.of("name", "Mine"), mallory.header()).isProblem(404, "client-not-found");
        api.call("DELETE", path, null, mallory.header()).isProblem(404, "client-not-found");
        api.call("POST", path + "/secret", null, mallory.header()).isProblem(404, "client-not-found");
        api.get(path).isProblem(401, "authentication-required");
        api.get("/api/v1/me/clients/nonsense", mallory.header()).isProblem(404, "client-not-found");
    }

    @Test
    void changesItsSecret() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var tokens = tokens(alice, app, "profile:read");

        var secret = api.call("POST", "/api/v1/me/clients/" + app.id() + "/secret", null, alice.header())
                .text("secret");

        assertThat(refusal(app, new RefreshTokenGrant(tokens.getRefreshToken())))
                .isEqualTo("invalid_client");
        assertThat(tokens(new App(app.id(), secret), new RefreshTokenGrant(tokens.getRefreshToken()))
                        .getAccessToken())
                .isNotNull();
    }

    @Asvs("V1.2.2")
    @Test
    void acceptsAddressesThatAreSafeAndNoOthers() {
        var alice = someoneSignedIn();
        for (var good : List.of(
                "https://rp.example/cb?x=1",
                "http://127.0.0.1/cb",
                "http://[::1]:8080/cb",
                "http://localhost:3000/cb",
                "com.example.app:/cb")) {
            assertThat(register(alice, Map.of("redirectUris", List.of(good))).status())
                    .as(good)
                    .isEqualTo(201);
        }
        for (var bad : List.of(
                "http://rp.example/cb",
                "https://rp.example/cb#x",
                "https://*.example/cb",
                "https://user@rp.example/cb",
                "https://rp.example/../cb",
                "https://rp.example/%2e%2e/cb",
                "https:/cb",
                "/cb",
                "app:/cb",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://rp.example/ cb",
                "https://rp.example\\@evil.example",
                "")) {
            register(alice, Map.of("redirectUris", List.of(bad))).isInvalid("redirectUris", "invalid");
        }
        register(alice, Map.of("redirectUris", List.of())).isInvalid("redirectUris", "required");
    }

    @Asvs("V2.3.2")
    @Test
    void allowsSoManyProgramsAndNoMore() {
        var alice = someoneSignedIn();
        for (var i = 0; i < 20; i++) {
            assertThat(register(alice, Map.of()).status()).isEqualTo(201);
        }
        register(alice, Map.of()).isProblem(422, "too-many-clients");
    }

    @Test
    void changesWhatIsSaidOfItAndLeavesTheRest() {
        var alice = someoneSignedIn();
        var id = register(alice, Map.of("website", "https://rp.example")).text("id");
        var path = "/api/v1/me/clients/" + id;

        var changed = api.call("PATCH", path, Map.of("name", "Another name"), alice.header());

        assertThat(changed.text("name")).isEqualTo("Another name");
        assertThat(changed.text("website")).isEqualTo("https://rp.example");
        api.call("PATCH", path, Map.of("confidential", true), alice.header()).isInvalid("confidential", "fixed");
    }

    @Test
    void endsAllAccessWhenItIsRemoved() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        var tokens = tokens(alice, app, "profile:read");

        assertThat(api.call("DELETE", "/api/v1/me/clients/" + app.id(), null, alice.header())
                        .status())
                .isEqualTo(204);

        assertThat(me(tokens).status()).isEqualTo(401);
        assertThat(refusal(app, new RefreshTokenGrant(tokens.getRefreshToken())))
                .isEqualTo("invalid_client");
    }

    @Asvs({"V10.4.9", "V10.7.3"})
    @Test
    void showsWhoHasAccessAndTakesItBack() {
        var alice = someoneSignedIn();
        var app = confidential(someoneSignedIn());
        var tokens = tokens(alice, app, "openid profile:read");
        var given = api.get("/api/v1/me/grants", alice.header()).body().get("items");
        assertThat(given).hasSize(1);
        assertThat(given.get(0).get("client").get("id").asString())
                .isEqualTo(app.id().getValue());
        var path = "/api/v1/me/grants/" + given.get(0).get("id").asString();
        api.call("DELETE", path, null, someoneSignedIn().header()).isProblem(404, "grant-not-found");

        assertThat(api.call("DELETE", path, null, alice.header()).status()).isEqualTo(204);

        assertThat(me(tokens).status()).isEqualTo(401);
        assertThat(refusal(app, new RefreshTokenGrant(tokens.getRefreshToken())))
                .isEqualTo("invalid_grant");
        assertThat(api.get("/api/v1/me/grants", alice.header()).body().get("items"))
                .isEmpty();
        assertThat(alice.browser()
                        .location(asking(app, "openid").build().toURI())
                        .getPath())
                .isEqualTo("/oauth/consent");
    }

    @Asvs("V10.7.2")
    @Test
    void tellsThePageWhatIsAsked() {
        var alice = someoneSignedIn();
        var app = confidential(alice);
        tokens(alice, app, "profile:read");
        var path = "/api/v1/oauth/consents?client_id=%s&scope=profile:read%%20posts:write".formatted(app.id());

        var asked = api.get(path, alice.header());

        assertThat(asked.body().get("client").get("name").asString()).isEqualTo("Test program");
        assertThat(asked.body().get("scopes")).hasSize(2);
        assertThat(asked.body().get("scopes").get(0).get("granted").asBoolean()).isTrue();
        assertThat(asked.body().get("scopes").get(1).get("granted").asBoolean()).isFalse();
        assertThat(api.get("/api/v1/oauth/scopes")
                        .body()
                        .get("items")
                        .get(0)
                        .get("name")
                        .asString())
                .isEqualTo("openid");
    }
}

package com.socialflow.user.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jwt.SignedJWT;
import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.UserServiceTest;
import com.socialflow.user.UserSettings;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SigningKeysTest extends UserServiceTest {

    private final SigningKeys keys;
    private final SigningKeyStore store;
    private final KeySeal seal;
    private final AccessTokenIssuer issuer;
    private final Ids ids;
    private final JdbcClient jdbc;
    private final TestClock clock;

    SigningKeysTest(
            SigningKeys keys,
            SigningKeyStore store,
            KeySeal seal,
            AccessTokenIssuer issuer,
            Ids ids,
            JdbcClient jdbc,
            TestClock clock) {
        this.keys = keys;
        this.store = store;
        this.seal = seal;
        this.issuer = issuer;
        this.ids = ids;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Asvs({"V11.2.3", "V11.6.1"})
    @Test
    void publishesWhatVerifiesAndNothingThatSigns() {
        var answer = api.get("/.well-known/jwks.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().getCacheControl()).contains("max-age=300");
        var key = answer.body().get("keys").get(0);
        assertThat(key.get("kty").asString()).isEqualTo("EC");
        assertThat(key.get("alg").asString()).isEqualTo("ES256");
        assertThat(key.get("kid").asString()).isEqualTo(keys.current().id());
        assertThat(key.has("d")).isFalse();
    }

    @Asvs("V9.2.4")
    @Test
    void signsWhatOthersExpect() throws ParseException {
        var token = SignedJWT.parse(issuer.issue(new AccountId(7), "session", Set.of("admin"), Instant.EPOCH));

        assertThat(token.getHeader().getType().toString()).isEqualTo("at+jwt");
        assertThat(token.getHeader().getKeyID()).isEqualTo(keys.current().id());
        assertThat(token.getJWTClaimsSet().getClaims())
                .containsKeys("iss", "aud", "sub", "sid", "jti", "iat", "exp", "roles");
    }

    @Asvs("V16.5.3")
    @Test
    void doesNotCallATokenBadWhileTheDatabaseIsAway() {
        var nowhere = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none"));
        var away = new SigningKeys(new SigningKeyStore(nowhere, seal), settings(), ids, clock);
        var any = new JWKSelector(new JWKMatcher.Builder().build());

        assertThatThrownBy(() -> away.get(any, null)).isInstanceOf(KeySourceException.class);
    }

    @Test
    void goesOnWithTheNextKeyWhileTheLastOneVerifies() {
        clock.advance(Duration.ofDays(91));
        var first = keys.current().id();
        var elsewhere = new SigningKeys(store, settings(), ids, clock);
        assertThat(elsewhere.current().id()).isEqualTo(first);

        clock.advance(Duration.ofDays(90));
        var second = keys.current().id();

        assertThat(second).isNotEqualTo(first);
        assertThat(keys.published().getKeyByKeyId(first)).isNotNull();
        assertThat(keys.published().getKeyByKeyId(second)).isNotNull();
        assertThat(elsewhere.current().id()).isEqualTo(second);
        clock.advance(Duration.ofHours(3));
        assertThat(keys.published().getKeyByKeyId(first)).isNull();
    }

    @Asvs("V13.3.1")
    @Test
    void keepsPrivateKeysFromWhoReadsTheDatabase() {
        var id = keys.current().id();
        var row = jdbc.sql("""
                SELECT public_key || encode(private_key, 'escape') FROM "user".signing_key WHERE id = :id
                """).param("id", id).query(String.class).single();

        assertThat(row).contains("\"kid\"").doesNotContain("\"d\"");
    }

    @Test
    void makesAnotherKeyWhenTheSecretIsAnother() {
        var id = keys.current().id();
        jdbc.sql("""
                UPDATE "user".signing_key SET private_key = set_byte(private_key, 20, get_byte(private_key, 20) # 1)
                """).update();

        var elsewhere = new SigningKeys(store, settings(), ids, clock);

        assertThat(elsewhere.current().id()).isNotEqualTo(id);
        assertThat(elsewhere.published().getKeyByKeyId(id)).isNotNull();
    }

    private static UserSettings settings() {
        return new UserSettings(1, 1, Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(90));
    }
}

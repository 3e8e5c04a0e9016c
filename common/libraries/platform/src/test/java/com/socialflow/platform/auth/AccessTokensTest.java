package com.socialflow.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.PlatformSettings;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.testkit.TestTokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    static final AuthSettings SETTINGS =
            new AuthSettings("https://socialflow.invalid", Duration.ofMinutes(10), "", false, "");

    static final PlatformSettings PLATFORM =
            new PlatformSettings(Path.of("data"), "", new PlatformSettings.Redis(""), new PlatformSettings.Kafka(""));

    private final AccountId alice = new AccountId(4_711);
    private final TestClock clock = TestClock.atNoon();
    private final TestTokens issuer = new TestTokens(clock);
    private final RevokedSessions revoked = new RevokedSessions(SETTINGS, clock);
    private final AccessTokens tokens = new AccessTokens(issuer, new Issuer(SETTINGS, PLATFORM), revoked, clock);

    @Asvs("V10.3.3")
    @Test
    void saysWhoseATokenIs() {
        var actor = tokens.actor(issuer.of(alice, "moderator"));

        assertThat(actor.account()).isEqualTo(alice);
        assertThat(actor.has("moderator")).isTrue();
        assertThat(actor.has("admin")).isFalse();
    }

    @Asvs("V9.2.1")
    @Test
    void refusesATokenFromTheMomentItExpires() {
        var token = issuer.of(alice);
        tokens.actor(token);

        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        tokens.actor(token);
        clock.advance(Duration.ofSeconds(1));

        assertThat(refusal(token)).isEqualTo("token-expired");
    }

    @Asvs({"V7.2.1", "V7.4.1"})
    @Test
    void refusesATokenOfAnEndedSessionThoughItWasGoodBefore() {
        var token = issuer.of(alice);
        revoked.revoke(tokens.actor(token).session());

        assertThat(refusal(token)).isEqualTo("token-invalid");
    }

    @Asvs({"V9.1.1", "V9.2.2", "V9.2.3", "V10.3.1"})
    @Test
    void refusesTokensOfOtherKeysIssuersAudiencesAndKinds() {
        var good = issuer.claims(alice).build();
        var strangers = List.of(
                new TestTokens(clock).of(alice),
                issuer.sign(issuer.claims(alice).issuer("https://elsewhere").build()),
                issuer.sign(issuer.claims(alice).audience("others").build()),
                issuer.sign(issuer.claims(alice).subject("not-an-id").build()),
                issuer.sign(issuer.claims(alice).claim("sid", null).build()),
                issuer.sign(issuer.claims(alice).expirationTime(null).build()),
                issuer.sign(good, "JWT"),
                issuer.sign(good, "id+jwt"));

        for (var token : strangers) {
            assertThat(refusal(token)).isEqualTo("token-invalid");
        }
    }

    @Asvs({"V9.1.1", "V9.1.2"})
    @Test
    void refusesUnsignedTokensAndThoseSignedWithThePublicKeyAsASecret() throws JOSEException {
        var claims = issuer.claims(alice).build();
        var publicKey = issuer.publicKeys().getKeys().getFirst();
        var confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(publicKey.getKeyID())
                        .build(),
                claims);
        confused.sign(new MACSigner(publicKey.toECKey().toECPublicKey().getEncoded()));

        assertThat(refusal(new PlainJWT(claims).serialize())).isEqualTo("token-invalid");
        assertThat(refusal(confused.serialize())).isEqualTo("token-invalid");
    }

    @Asvs("V9.1.3")
    @Test
    void looksForKeysInOurOwnSetWhateverAHeaderSays() throws JOSEException {
        var stranger = new ECKeyGenerator(Curve.P_256).keyID("mine").generate();
        for (var id : List.of("mine", "../../etc/passwd", "' OR '1'='1", "https://elsewhere/jwks.json", "")) {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType("at+jwt"))
                            .keyID(id)
                            .jwk(stranger.toPublicJWK())
                            .jwkURL(URI.create("http://127.0.0.1:1/jwks.json"))
                            .x509CertURL(URI.create("http://127.0.0.1:1/cert.pem"))
                            .build(),
                    issuer.claims(alice).build());
            token.sign(new ECDSASigner(stranger));

            assertThat(refusal(token.serialize())).isEqualTo("token-invalid");
        }
    }

    @Test
    void knowsProgramsThatActForThemselves() {
        var token = issuer.sign(issuer.claims(alice)
                .subject("program")
                .claim("sid", null)
                .claim("client_id", "program")
                .claim("scope", "videos:read posts:read")
                .build());

        var known = tokens.check(token);

        assertThat(known.actor()).isNull();
        assertThat(known.program()).isEqualTo(new Program("program", Set.of("videos:read", "posts:read")));
        assertThat(refusal(token)).isEqualTo("token-invalid");
    }

    @Test
    void refusesWhatWasGivenByAGrantThatWasTakenBack() {
        var token = issuer.sign(issuer.claims(alice)
                .claim("client_id", "program")
                .claim("scope", "videos:read")
                .claim("grant", "g1")
                .build());
        assertThat(tokens.actor(token).delegation()).isEqualTo(new Delegation("program", Set.of("videos:read")));

        revoked.revoke("g1");

        assertThat(refusal(token)).isEqualTo("token-invalid");
    }

    @Asvs("V9.2.2")
    @Test
    void takesNoProgramsTokenForACookie() {
        var delegated = issuer.sign(issuer.claims(alice)
                .claim("client_id", "program")
                .claim("scope", "videos:read")
                .build());

        assertThat(catchThrowableOfType(Problem.class, () -> tokens.cookie(delegated)))
                .isNotNull();
        assertThat(tokens.cookie(issuer.of(alice)).actor()).isNotNull();
    }

    @Test
    void takesNoBoundTokenWithoutItsKey() {
        var bound = issuer.sign(
                issuer.claims(alice).claim("cnf", Map.of("jkt", "thumbprint")).build());
        var odd = issuer.sign(
                issuer.claims(alice).claim("cnf", Map.of("x5t#S256", "hash")).build());

        assertThat(tokens.check(bound).keyThumbprint()).isEqualTo("thumbprint");
        assertThat(refusal(bound)).isEqualTo("token-invalid");
        assertThat(refusal(odd)).isEqualTo("token-invalid");
    }

    @Test
    void refusesWhatIsNoToken() {
        for (var text : List.of("", ".", "..", "a.b.c", "x".repeat(100_000), "\u0000", "ey.ey.ey")) {
            assertThat(refusal(text)).isEqualTo("token-invalid");
        }
    }

    @Asvs("V9.1.1")
    @Test
    void refusesATokenWithAnyCharacterChanged() {
        var token = issuer.of(alice);
        for (var at = 0; at < token.length() - 1; at += 7) {
            var other = token.charAt(at) == 'A' ? 'B' : 'A';
            assertThat(refusal(token.substring(0, at) + other + token.substring(at + 1)))
                    .isEqualTo("token-invalid");
        }
    }

    private String refusal(String token) {
        var problem = catchThrowableOfType(Problem.class, () -> tokens.actor(token));
        assertThat(problem).as("refusal of %s", token).isNotNull();
        assertThat(problem.status()).isEqualTo(401);
        assertThat(problem.headers().get("WWW-Authenticate")).startsWith("Bearer error=\"invalid_token\"");
        return problem.code();
    }
}

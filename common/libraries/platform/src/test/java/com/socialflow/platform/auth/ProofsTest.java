package com.socialflow.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.socialflow.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.mock.web.MockHttpServletRequest;

/** Proofs of keys, without Redis. */
class ProofsTest {

    private static final String ADDRESS = "http://localhost/api/v1/me";

    private final TestClock clock = TestClock.atNoon();
    private final Proofs proofs =
            new Proofs(new Issuer(AccessTokensTest.SETTINGS, AccessTokensTest.PLATFORM), noRedis(), clock);
    private final ECKey key = key();

    @Test
    void takesAGoodProofOnce() throws JOSEException {
        var proof = proof(claims().build());

        assertThat(check(proof, null))
                .isEqualTo(new Proofs.Outcome.Proven(key.computeThumbprint().toString()));
        assertThat(check(proof, null)).isInstanceOf(Proofs.Outcome.Refused.class);
    }

    @Test
    void takesTheSameIdFromAnotherKey() {
        var claims = claims().jwtID("one").build();

        assertThat(check(proof(claims), null)).isInstanceOf(Proofs.Outcome.Proven.class);
        assertThat(check(sign(claims, "dpop+jwt", key()), null)).isInstanceOf(Proofs.Outcome.Proven.class);
    }

    @Test
    void takesAnAddressHoweverItIsWrittenAndWithoutItsQuery() {
        for (var address : List.of(ADDRESS, "HTTP://LOCALHOST:80/api/v1/me", ADDRESS + "?x=1#y")) {
            assertThat(check(proof(claims().claim("htu", address).build()), null))
                    .as(address)
                    .isInstanceOf(Proofs.Outcome.Proven.class);
        }
    }

    @Test
    void refusesProofsForOtherRequests() {
        for (var claims : List.of(
                claims().claim("htm", "POST"),
                claims().claim("htm", null),
                claims().claim("htu", "http://localhost/api/v1/videos"),
                claims().claim("htu", "https://localhost/api/v1/me"),
                claims().claim("htu", "http://elsewhere/api/v1/me"),
                claims().claim("htu", "/api/v1/me"),
                claims().claim("htu", null),
                claims().jwtID(null),
                claims().jwtID(" "),
                claims().jwtID("x".repeat(300)))) {
            assertRefused(proof(claims.build()), null);
        }
    }

    @Test
    void refusesOldProofsAndThoseOfTheFuture() {
        assertRefused(proof(claims().issueTime(at(Duration.ofSeconds(-61))).build()), null);
        assertRefused(proof(claims().issueTime(at(Duration.ofSeconds(11))).build()), null);
        assertRefused(proof(claims().issueTime(null).build()), null);
        assertThat(check(proof(claims().issueTime(at(Duration.ofSeconds(-59))).build()), null))
                .isInstanceOf(Proofs.Outcome.Proven.class);
    }

    @Test
    void bindsTheAccessToken() throws NoSuchAlgorithmException {
        var hash = Base64URL.encode(
                        MessageDigest.getInstance("SHA-256").digest("token".getBytes(StandardCharsets.US_ASCII)))
                .toString();

        assertThat(check(proof(claims().claim("ath", hash).build()), "token"))
                .isInstanceOf(Proofs.Outcome.Proven.class);
        assertRefused(proof(claims().claim("ath", hash).build()), "another");
        assertRefused(proof(claims().build()), "token");
    }

    @Test
    void refusesWhatIsNotSignedByTheKeyThatItNames() throws JOSEException {
        var claims = claims().build();
        assertRefused(sign(claims, "jwt", key), null);
        assertRefused(new PlainJWT(claims).serialize(), null);
        assertRefused("a.b.c", null);
        assertRefused("", null);

        var stranger = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .jwk(key.toPublicJWK())
                        .build(),
                claims);
        stranger.sign(new ECDSASigner(key()));
        assertRefused(stranger.serialize(), null);

        var secret = new OctetSequenceKey.Builder(new byte[32]).build();
        var symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .build(),
                claims);
        symmetric.sign(new MACSigner(secret));
        assertRefused(symmetric.serialize(), null);
    }

    @Test
    void wantsExactlyOneProof() {
        var request = request();
        assertThat(proofs.check(request, null)).isInstanceOf(Proofs.Outcome.Refused.class);
        request.addHeader("DPoP", proof(claims().build()));
        request.addHeader("DPoP", proof(claims().build()));
        assertThat(proofs.check(request, null)).isInstanceOf(Proofs.Outcome.Refused.class);
    }

    private void assertRefused(String proof, @Nullable String token) {
        assertThat(check(proof, token)).as(proof).isInstanceOf(Proofs.Outcome.Refused.class);
    }

    private Proofs.Outcome check(String proof, @Nullable String token) {
        var request = request();
        request.addHeader("DPoP", proof);
        return proofs.check(request, token);
    }

    private static MockHttpServletRequest request() {
        return new MockHttpServletRequest("GET", "/api/v1/me");
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", "GET")
                .claim("htu", ADDRESS)
                .issueTime(at(Duration.ZERO));
    }

    private Date at(Duration later) {
        return Date.from(clock.instant().plus(later));
    }

    private String proof(JWTClaimsSet claims) {
        return sign(claims, "dpop+jwt", key);
    }

    private static String sign(JWTClaimsSet claims, String type, ECKey key) {
        try {
            var proof = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType(type))
                            .jwk(key.toPublicJWK())
                            .build(),
                    claims);
            proof.sign(new ECDSASigner(key));
            return proof.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StringRedisTemplate noRedis() {
        var connections = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", 1));
        connections.afterPropertiesSet();
        connections.start();
        return new StringRedisTemplate(connections);
    }
}

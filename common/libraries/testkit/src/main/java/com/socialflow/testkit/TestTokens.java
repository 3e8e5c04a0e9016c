package com.socialflow.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.socialflow.core.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * Signs access tokens as the identity service does, for tests of services that only check them. Declared as a bean, it
 * is where the platform finds the public key.
 */
public final class TestTokens implements JWKSource<SecurityContext> {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Clock clock;
    private final ECKey key;

    /** Tokens of a key of their own. */
    public TestTokens(Clock clock) {
        this.clock = clock;
        try {
            key = new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token of this person, good for ten minutes. */
    public String of(AccountId account, String... roles) {
        return sign(claims(account, roles).build());
    }

    /** What {@link #of} says, to be changed before {@link #sign(JWTClaimsSet)}. */
    public JWTClaimsSet.Builder claims(AccountId account, String... roles) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer("https://socialflow.invalid")
                .audience("socialflow")
                .subject(account.toString())
                .claim("sid", "session-" + account)
                .claim("roles", List.of(roles))
                .claim("auth_time", now.getEpochSecond())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)));
    }

    /** A token that says this. */
    public String sign(JWTClaimsSet claims) {
        return sign(claims, "at+jwt");
    }

    /** A token of another type that says this. */
    public String sign(JWTClaimsSet claims, String type) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType(type))
                    .keyID(key.getKeyID())
                    .build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key, as the identity service publishes its own. */
    public JWKSet publicKeys() {
        return new JWKSet(key.toPublicJWK());
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        return selector.select(publicKeys());
    }
}

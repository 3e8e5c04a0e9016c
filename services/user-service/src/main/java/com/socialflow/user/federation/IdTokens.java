package com.socialflow.user.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.socialflow.user.federation.FederationFailure.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Believes a provider's word, or not (OpenID Connect Core 1.0, section 3.1.3.7). */
@Component
class IdTokens {

    /** Signatures with a key that only the provider has: nothing unsigned, nothing signed with a shared secret. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384);

    /** How far its clock may be from ours. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    /** Characters. Longer ones are not looked at. */
    private static final int LENGTH_MAX = 16 * 1024;

    /** Characters (OpenID Connect Core 1.0, section 2). */
    private static final int SUBJECT_MAX = 255;

    /** Characters of an address or a name that are kept. */
    private static final int TEXT_MAX = 254;

    private final Clock clock;

    IdTokens(Clock clock) {
        this.clock = clock;
    }

    /**
     * Of whom the token is.
     *
     * @param nonce what this browser's request had
     * @throws FederationFailure when it is not this provider's, not for us, not of now, or not for this request
     */
    Subject subject(OidcProvider provider, String token, String nonce) {
        if (token.length() > LENGTH_MAX) {
            throw notBelieved("too long");
        }
        JWTClaimsSet claims;
        try {
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, provider));
            // Checked below, by our clock.
            processor.setJWTClaimsSetVerifier((_, _) -> {});
            // Not any JWT: an unsigned or encrypted one is refused by its kind.
            claims = processor.process(SignedJWT.parse(token), null);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw notBelieved(String.valueOf(e.getMessage()));
        }
        try {
            check(provider, claims, nonce);
            return new Subject(
                    provider.issuer(),
                    claims.getSubject(),
                    text(claims.getStringClaim("email")),
                    Boolean.TRUE.equals(verified(claims.getClaim("email_verified"))),
                    text(claims.getStringClaim("name")));
        } catch (ParseException e) {
            throw notBelieved("a claim of another type");
        }
    }

    private void check(OidcProvider provider, JWTClaimsSet claims, String nonce) throws ParseException {
        var client = provider.settings().clientId();
        if (!provider.issuer().equals(claims.getIssuer())) {
            throw notBelieved("another issuer");
        }
        if (!claims.getAudience().contains(client)) {
            throw notBelieved("for another audience");
        }
        var party = claims.getStringClaim("azp");
        if (party == null ? claims.getAudience().size() > 1 : !party.equals(client)) {
            throw notBelieved("for another party");
        }
        var now = clock.instant();
        var expires = claims.getExpirationTime();
        var issued = claims.getIssueTime();
        var valid = claims.getNotBeforeTime();
        if (expires == null || !now.isBefore(expires.toInstant().plus(SKEW))) {
            throw notBelieved("expired");
        }
        if (issued == null || issued.toInstant().isAfter(now.plus(SKEW))) {
            throw notBelieved("from the future");
        }
        if (valid != null && valid.toInstant().isAfter(now.plus(SKEW))) {
            throw notBelieved("not yet valid");
        }
        var sent = claims.getStringClaim("nonce");
        if (sent == null || !same(sent, nonce)) {
            throw notBelieved("for another request");
        }
        var subject = claims.getSubject();
        if (subject == null || subject.isEmpty() || subject.length() > SUBJECT_MAX) {
            throw notBelieved("of nobody");
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String text(@Nullable String claim) {
        return claim == null || claim.isBlank() || claim.length() > TEXT_MAX ? null : claim.strip();
    }

    /** Some providers write it as a string. */
    private static @Nullable Boolean verified(@Nullable Object claim) {
        return claim instanceof String text
                ? Boolean.valueOf(text)
                : (Boolean) (claim instanceof Boolean ? claim : null);
    }

    private static FederationFailure notBelieved(String why) {
        return new FederationFailure(Reason.PROVIDER_NOT_BELIEVED, "ID token: " + why);
    }
}

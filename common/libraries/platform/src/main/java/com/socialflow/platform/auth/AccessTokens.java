package com.socialflow.platform.auth;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Decides whether an access token is ours, still good, and whose (RFC 9068: JWT profile for access tokens). */
class AccessTokens {

    /** Ours have about 500 characters; a longer one is not looked at. */
    private static final int LENGTH_MAX = 4_096;

    private final JwtDecoder decoder;
    private final RevokedSessions revoked;
    private final Clock clock;
    private final VerifiedTokens verified = new VerifiedTokens();

    AccessTokens(JWKSource<SecurityContext> keys, AuthSettings settings, RevokedSessions revoked, Clock clock) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        // Expiry is checked below, each time and by our clock.
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTypeValidator("at+jwt"),
                new JwtIssuerValidator(settings.issuer()),
                new JwtAudienceValidator(AuthSettings.AUDIENCE)));
        this.decoder = decoder;
        this.revoked = revoked;
        this.clock = clock;
    }

    /**
     * Whose token this is.
     *
     * @throws Problem 401 {@code token-invalid} or {@code token-expired}; 503 when the public keys can't be had
     */
    Actor actor(String token) {
        if (token.length() > LENGTH_MAX) {
            throw invalid();
        }
        var key = VerifiedTokens.key(token);
        var known = verified.find(key);
        if (known == null) {
            known = verify(token);
            verified.add(key, known);
        }
        if (!clock.instant().isBefore(known.expires())) {
            throw refused("token-expired", "the access token has expired: refresh it");
        }
        if (revoked.contains(known.actor().session())) {
            throw refused("token-invalid", "the session of this access token has ended");
        }
        return known.actor();
    }

    private VerifiedToken verify(String token) {
        try {
            var jwt = decoder.decode(token);
            var expires = jwt.getExpiresAt();
            if (expires == null) {
                throw invalid();
            }
            return new VerifiedToken(actor(jwt), expires);
        } catch (BadJwtException e) {
            throw invalid();
        } catch (JwtException e) {
            throw Problem.unavailable("identity-unavailable", 2, "access tokens cannot be checked at the moment");
        }
    }

    private static Actor actor(Jwt jwt) {
        var session = jwt.getClaimAsString("sid");
        @Nullable List<String> roles = jwt.getClaimAsStringList("roles");
        var subject = jwt.getSubject();
        if (session == null || subject == null) {
            throw invalid();
        }
        try {
            return new Actor(
                    AccountId.parse(subject),
                    session,
                    roles == null ? Set.of() : Set.copyOf(roles),
                    provenAt(jwt),
                    delegation(jwt));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** OpenID Connect Core, section 2; a token without it is of somebody who signed in at some time. */
    private static Instant provenAt(Jwt jwt) {
        var time = jwt.getClaimAsInstant("auth_time");
        return time == null ? Instant.EPOCH : time;
    }

    /** RFC 9068, section 2.2.3; tokens of our own client name none. */
    private static @Nullable Delegation delegation(Jwt jwt) {
        var client = jwt.getClaimAsString("client_id");
        if (client == null) {
            return null;
        }
        var scope = jwt.getClaimAsString("scope");
        return new Delegation(client, scope == null || scope.isBlank() ? Set.of() : Set.of(scope.split(" ")));
    }

    private static Problem invalid() {
        return refused("token-invalid", "the access token is not one of ours");
    }

    /** RFC 6750, section 3.1. */
    private static Problem refused(String code, String detail) {
        return Problem.unauthorized(code, detail)
                .header(
                        "WWW-Authenticate",
                        "Bearer error=\"invalid_token\", error_description=\"%s\"".formatted(detail));
    }
}

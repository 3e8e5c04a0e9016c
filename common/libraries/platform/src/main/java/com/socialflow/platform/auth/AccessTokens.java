package com.socialflow.platform.auth;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.socialflow.core.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Decides whether an access token is ours, still good, and whose (RFC 9068: JWT profile for access tokens). */
public class AccessTokens {

    /** Ours have about 500 characters; a longer one is not looked at. */
    private static final int LENGTH_MAX = 4_096;

    private final JwtDecoder decoder;
    private final RevokedSessions revoked;
    private final Clock clock;
    private final VerifiedTokens verified = new VerifiedTokens();

    AccessTokens(JWKSource<SecurityContext> keys, Issuer issuer, RevokedSessions revoked, Clock clock) {
        // Keys come from our own set alone: what a token's header says of others (jwk, jku, x5u) is not looked at.
        var decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .jwtProcessorCustomizer(processor -> processor.setJWSVerifierFactory(new Curves.Verifiers()))
                .build();
        // Expiry is checked below, each time and by our clock.
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTypeValidator("at+jwt"),
                new IssuerClaim(issuer),
                new JwtAudienceValidator(AuthSettings.AUDIENCE)));
        this.decoder = decoder;
        this.revoked = revoked;
        this.clock = clock;
    }

    /**
     * What this token says.
     *
     * @throws Problem 401 {@code token-invalid} or {@code token-expired}; 503 when the public keys can't be had
     */
    VerifiedToken check(String token) {
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
        if (known.actor() != null && revoked.contains(known.actor().session())) {
            throw refused("token-invalid", "the session of this access token has ended");
        }
        if (known.grant() != null && revoked.contains(known.grant())) {
            throw refused("token-invalid", "this access was taken back");
        }
        return known;
    }

    /**
     * The person whose token this is, when it needs no proof.
     *
     * @throws Problem 401 {@code token-invalid} or {@code token-expired}; 503 when the public keys can't be had
     */
    Actor actor(String token) {
        var known = check(token);
        if (known.actor() == null || known.keyThumbprint() != null) {
            throw invalid();
        }
        return known.actor();
    }

    /**
     * The person whose browser's cookie this is. Only tokens of our own client count: a program that puts its own into
     * a cookie would otherwise become the person.
     *
     * @throws Problem 401 {@code token-invalid} or {@code token-expired}; 503 when the public keys can't be had
     */
    VerifiedToken cookie(String token) {
        var known = check(token);
        if (!known.ofOurClient()) {
            throw invalid();
        }
        return known;
    }

    /** Who is signed in with this browser; empty when nobody is, or no longer. */
    public Optional<Actor> browser(SessionCookies cookies, HttpServletRequest request) {
        try {
            return cookies.access(request)
                    .flatMap(token -> Optional.ofNullable(cookie(token).actor()));
        } catch (Problem problem) {
            if (problem.status() == 401) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    /** The claims of a token that is good now; empty when it is not. */
    public Optional<Map<String, Object>> claims(String token) {
        try {
            check(token);
            return Optional.of(decoder.decode(token).getClaims());
        } catch (Problem | JwtException e) {
            return Optional.empty();
        }
    }

    private VerifiedToken verify(String token) {
        try {
            return TokenClaims.read(decoder.decode(token)).orElseThrow(AccessTokens::invalid);
        } catch (BadJwtException e) {
            throw invalid();
        } catch (JwtException e) {
            throw Problem.unavailable("identity-unavailable", 2, "access tokens cannot be checked at the moment");
        }
    }

    /** Whether a token is signed in our name. */
    private record IssuerClaim(Issuer issuer) implements OAuth2TokenValidator<Jwt> {

        @Override
        public OAuth2TokenValidatorResult validate(Jwt token) {
            return issuer.accepts(String.valueOf(token.getClaimAsString("iss")))
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
        }
    }

    static Problem invalid() {
        return refused("token-invalid", "the access token is not one of ours");
    }

    /** RFC 6750, section 3.1. */
    static Problem refused(String code, String detail) {
        return Problem.unauthorized(code, detail)
                .header(
                        "WWW-Authenticate",
                        "Bearer error=\"invalid_token\", error_description=\"%s\"".formatted(detail));
    }
}

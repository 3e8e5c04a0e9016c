package com.socialflow.platform.auth;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads what an access token says (RFC 9068, section 2.2). */
final class TokenClaims {

    private TokenClaims() {}

    /** What it says; empty when that makes no sense. */
    static Optional<VerifiedToken> read(Jwt jwt) {
        var expires = jwt.getExpiresAt();
        var subject = jwt.getSubject();
        if (expires == null || subject == null) {
            return Optional.empty();
        }
        try {
            var client = jwt.getClaimAsString("client_id");
            var grant = jwt.getClaimAsString("grant");
            if (client != null && subject.equals(client)) {
                var program = new Program(client, scopes(jwt));
                return Optional.of(new VerifiedToken(null, program, grant, thumbprint(jwt), expires));
            }
            var session = jwt.getClaimAsString("sid");
            if (session == null) {
                return Optional.empty();
            }
            @Nullable List<String> roles = jwt.getClaimAsStringList("roles");
            var actor = new Actor(
                    AccountId.parse(subject),
                    session,
                    roles == null ? Set.of() : Set.copyOf(roles),
                    provenAt(jwt),
                    client == null ? null : new Delegation(client, scopes(jwt)));
            return Optional.of(new VerifiedToken(actor, null, grant, thumbprint(jwt), expires));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** OpenID Connect Core, section 2; a token without it is of somebody who signed in at some time. */
    private static Instant provenAt(Jwt jwt) {
        var time = jwt.getClaimAsInstant("auth_time");
        return time == null ? Instant.EPOCH : time;
    }

    private static Set<String> scopes(Jwt jwt) {
        var scope = jwt.getClaimAsString("scope");
        return scope == null || scope.isBlank() ? Set.of() : Set.of(scope.split(" "));
    }

    /** RFC 9449, section 6.1. A confirmation of another kind is none that can be checked. */
    private static @Nullable String thumbprint(Jwt jwt) {
        @Nullable Map<String, Object> confirmation = jwt.getClaimAsMap("cnf");
        if (confirmation == null) {
            return null;
        }
        if (confirmation.get("jkt") instanceof String thumbprint) {
            return thumbprint;
        }
        throw new IllegalArgumentException("bound to something unknown");
    }
}

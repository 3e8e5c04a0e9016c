package com.socialflow.user.oauth;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.socialflow.platform.auth.Actor;
import com.socialflow.user.sessions.Sessions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Signing out because a program asks for it (OpenID Connect RP-Initiated Logout). */
@Lazy
@Component
class Logouts {

    private final Clients clients;
    private final Sessions sessions;
    private final JwtDecoder idTokens;

    Logouts(Clients clients, Sessions sessions, JWKSource<SecurityContext> keys) {
        this.clients = clients;
        this.sessions = sessions;
        var decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        // It may have expired: it only tells who asks, and for whom (section 4).
        decoder.setJwtValidator(new JwtTypeValidator("JWT"));
        this.idTokens = decoder;
    }

    /** What a program asks with. */
    record Wish(
            @Nullable String idTokenHint,
            @Nullable String clientId,
            @Nullable String redirectUri) {}

    /** What a wish led to. */
    sealed interface LogoutOutcome {

        /** Nobody is signed in any more; where to go, when that is known and allowed. */
        record SignedOut(Optional<String> redirectUri) implements LogoutOutcome {}

        /** The person must say so: anybody may have sent the browser here. */
        record MustAsk() implements LogoutOutcome {}

        /** The address is not registered for the program, or the program is none of ours. */
        record Refused(String why) implements LogoutOutcome {}
    }

    LogoutOutcome logout(Wish wish, Optional<Actor> actor) {
        var hint = hint(wish);
        if (wish.idTokenHint() != null && hint.isEmpty()) {
            return new LogoutOutcome.Refused("the id_token_hint is not one of ours");
        }
        var named = hint.flatMap(Logouts::program);
        if (wish.clientId() != null && named.filter(wish.clientId()::equals).isEmpty() && hint.isPresent()) {
            return new LogoutOutcome.Refused("the id_token_hint is another program's");
        }
        var client = named.or(() -> Optional.ofNullable(wish.clientId())).flatMap(clients::find);
        var redirect = Optional.ofNullable(wish.redirectUri());
        if (redirect.isPresent()
                && client.filter(known -> known.logoutUris().contains(redirect.get()))
                        .isEmpty()) {
            return new LogoutOutcome.Refused("this address is not registered for the program");
        }
        if (actor.isEmpty()) {
            return new LogoutOutcome.SignedOut(redirect);
        }
        var same = hint.filter(token -> actor.get().account().toString().equals(token.getSubject()));
        if (same.isEmpty()) {
            return new LogoutOutcome.MustAsk();
        }
        sessions.end(actor.get().session());
        return new LogoutOutcome.SignedOut(redirect);
    }

    private Optional<Jwt> hint(Wish wish) {
        if (wish.idTokenHint() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(idTokens.decode(wish.idTokenHint()))
                    .filter(token ->
                            token.getAudience() != null && !token.getAudience().isEmpty());
        } catch (JwtException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> program(Jwt token) {
        var audience = token.getAudience();
        return audience == null || audience.size() != 1 ? Optional.empty() : Optional.of(audience.getFirst());
    }
}

package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.user.keys.AccessTokenIssuer;
import com.socialflow.user.sessions.Rotation.Going;
import com.socialflow.user.sessions.Rotation.RefreshOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The tokens that come of sessions. Signing is done outside transactions. */
@Component
public class SessionTokens {

    private final Rotation rotation;
    private final AccessTokenIssuer issuer;
    private final Clock clock;

    SessionTokens(Rotation rotation, AccessTokenIssuer issuer, Clock clock) {
        this.rotation = rotation;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** What a refresh led to. */
    sealed interface GoOnOutcome {
        record GoesOn(Tokens tokens) implements GoOnOutcome {}

        record Refused(String code, String detail) implements GoOnOutcome {}
    }

    /** Replaces a refresh token, and gives a new access token with it. */
    GoOnOutcome goOn(String refreshToken, boolean browser) {
        Optional<RefreshToken> token = RefreshToken.parse(refreshToken);
        if (token.isEmpty()) {
            return unknown();
        }
        return switch (rotation.refresh(token.get(), browser)) {
            case RefreshOutcome.Refreshed(var session) -> new GoOnOutcome.GoesOn(of(session));
            case RefreshOutcome.Unknown() -> unknown();
            case RefreshOutcome.Over() ->
                new GoOnOutcome.Refused("session-over", "this session has ended: sign in again");
            case RefreshOutcome.Reused() ->
                new GoOnOutcome.Refused(
                        "refresh-token-reused", "this refresh token was used before; its session has ended");
        };
    }

    private static GoOnOutcome unknown() {
        return new GoOnOutcome.Refused("refresh-token-invalid", "the refresh token is not one of ours");
    }

    /**
     * Tokens of a session whose person has just proved again, by these {@link Methods}, to be that person; empty when
     * it has ended.
     */
    public Optional<Tokens> proven(String session, AccountId account, Set<String> methods) {
        return rotation.prove(session, account, methods).map(this::of);
    }

    Tokens of(Going session) {
        return new Tokens(
                issuer.issue(
                        session.account(),
                        Ids.format(session.id()),
                        session.roles(),
                        session.provenAt(),
                        session.methods()),
                issuer.lifetime(),
                session.token() == null ? null : session.token().text(),
                Duration.between(clock.instant(), session.expiresAt()),
                session.browser());
    }
}

package com.socialflow.user.sessions;

import com.socialflow.core.Problem;
import com.socialflow.user.accounts.Credential;
import com.socialflow.user.accounts.Credentials;
import com.socialflow.user.keys.AccessTokenIssuer;
import com.socialflow.user.sessions.Sessions.Going;
import com.socialflow.user.sessions.Sessions.RefreshOutcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signing in, going on, and the tokens that come of both. */
@Component
class SignIns {

    private final Credentials credentials;
    private final SignInLimits limits;
    private final Sessions sessions;
    private final AccessTokenIssuer issuer;
    private final Clock clock;

    SignIns(Credentials credentials, SignInLimits limits, Sessions sessions, AccessTokenIssuer issuer, Clock clock) {
        this.credentials = credentials;
        this.limits = limits;
        this.sessions = sessions;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** Both tokens of a session and how long they are good. */
    record Tokens(String access, Duration accessLifetime, String refresh, Duration refreshLifetime, boolean browser) {}

    /** What a try to sign in led to. */
    sealed interface SignInOutcome {
        record SignedIn(Tokens tokens) implements SignInOutcome {}

        /** No such account, or another password: which of them, nobody learns. */
        record Wrong() implements SignInOutcome {}

        record TooMany(Duration retryAfter) implements SignInOutcome {}
    }

    /** What a refresh led to. */
    sealed interface GoOnOutcome {
        record GoesOn(Tokens tokens) implements GoOnOutcome {}

        record Refused(String code, String detail) implements GoOnOutcome {}
    }

    /**
     * Signs in by username or email address and password.
     *
     * @throws Problem 503 when too many passwords are being checked
     */
    SignInOutcome signIn(String login, String password, String address, boolean browser) {
        var credential = credentials.find(login);
        var attempt = limits.take(credential.map(SignIns::name).orElseGet(() -> nobody(login)), address);
        if (!attempt.retryAfter().isZero()) {
            return new SignInOutcome.TooMany(attempt.retryAfter());
        }
        boolean right;
        try {
            right = credentials.check(credential, password);
        } catch (Problem busy) {
            limits.unmade(attempt);
            throw busy;
        }
        if (!right || credential.isEmpty()) {
            return new SignInOutcome.Wrong();
        }
        limits.right(attempt);
        return new SignInOutcome.SignedIn(tokens(sessions.open(credential.get().account(), browser)));
    }

    private static String name(Credential credential) {
        return credential.account().toString();
    }

    /** Somebody who does not exist is locked out as others are; what was typed is not kept. */
    private static String nobody(String login) {
        try {
            var typed = login.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(typed), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Replaces a refresh token, and gives a new access token with it. */
    GoOnOutcome goOn(String refreshToken, boolean browser) {
        Optional<RefreshToken> token = RefreshToken.parse(refreshToken);
        if (token.isEmpty()) {
            return unknown();
        }
        return switch (sessions.refresh(token.get(), browser)) {
            case RefreshOutcome.Refreshed(var session) -> new GoOnOutcome.GoesOn(tokens(session));
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

    private Tokens tokens(Going session) {
        return new Tokens(
                issuer.issue(session.account(), session.session(), session.roles(), session.provenAt()),
                issuer.lifetime(),
                session.token().text(),
                Duration.between(clock.instant(), session.expiresAt()),
                session.browser());
    }
}

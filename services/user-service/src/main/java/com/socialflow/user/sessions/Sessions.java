package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.auth.RevokedSessions;
import com.socialflow.user.UserSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sign-ins. Each refresh replaces the session's token (RFC 9700, section 4.14.2); a token that comes back after it was
 * replaced ends the session, for one of the two who have it stole it.
 *
 * <p>One case is let through: tabs of one browser share a cookie and may refresh at the same moment. In a browser's
 * session the token just replaced gets the very token that replaced it, for {@link #TABS_AGREE}.
 */
@Component
public class Sessions {

    /** How far apart refreshes of several tabs with one cookie may be. */
    static final Duration TABS_AGREE = Duration.ofSeconds(10);

    /** Of an account; the oldest ends for another. */
    static final int SESSIONS_MAX = 100;

    /** Ended sessions are remembered this long. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final SessionStore store;
    private final RevokedSessions revoked;
    private final UserSettings settings;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;

    Sessions(
            SessionStore store,
            RevokedSessions revoked,
            UserSettings settings,
            Ids ids,
            SecureRandom secureRandom,
            Clock clock) {
        this.store = store;
        this.revoked = revoked;
        this.settings = settings;
        this.ids = ids;
        this.random = secureRandom;
        this.clock = clock;
    }

    /** A session that goes on, with the refresh token that its client is to keep. */
    record Going(
            AccountId account,
            Set<String> roles,
            RefreshToken token,
            boolean browser,
            Instant provenAt,
            Instant expiresAt) {

        String session() {
            return Ids.format(token.session());
        }
    }

    /** What a refresh led to. */
    sealed interface RefreshOutcome {
        record Refreshed(Going session) implements RefreshOutcome {}

        /** Never a token of ours, or of a session forgotten since. */
        record Unknown() implements RefreshOutcome {}

        record Over() implements RefreshOutcome {}

        /** Used before: the session has ended by it. */
        record Reused() implements RefreshOutcome {}
    }

    /** Signs somebody in. */
    @Transactional
    Going open(AccountId account, boolean browser) {
        var now = clock.instant();
        var token = RefreshToken.first(ids.next(), random);
        var expiresAt = expiry(now, now);
        store.forget(account, now.minus(REMEMBERED));
        store.goingBut(account, SESSIONS_MAX - 1).forEach(id -> end(id, "too-many"));
        store.insert(account, token, browser, now, expiresAt);
        return new Going(account, store.roles(account), token, browser, now, expiresAt);
    }

    /** Replaces a session's token. */
    @Transactional
    RefreshOutcome refresh(RefreshToken token, boolean browser) {
        var session = store.findForUpdate(token.session()).orElse(null);
        if (session == null || !session.issued(token) || session.browser() != browser) {
            return new RefreshOutcome.Unknown();
        }
        var now = clock.instant();
        if (session.ended() || !now.isBefore(session.expiresAt())) {
            return new RefreshOutcome.Over();
        }
        if (session.isCurrent(token)) {
            var next = token.next(random);
            var expiresAt = expiry(session.createdAt(), now);
            store.rotate(token, next, now, expiresAt);
            return refreshed(session, next, expiresAt);
        }
        var successor = session.secrets().successor();
        if (browser
                && successor != null
                && session.isPrevious(token)
                && now.isBefore(session.refreshedAt().plus(TABS_AGREE))) {
            return refreshed(session, token.unseal(successor), session.expiresAt());
        }
        log.warn("a refresh token of account {} came back: its session ends", session.account());
        end(session.id(), "token-reused");
        return new RefreshOutcome.Reused();
    }

    private static RefreshOutcome refreshed(Session session, RefreshToken token, Instant expiresAt) {
        return new RefreshOutcome.Refreshed(
                new Going(session.account(), session.roles(), token, session.browser(), session.provenAt(), expiresAt));
    }

    private Instant expiry(Instant createdAt, Instant now) {
        var idle = now.plus(settings.sessionIdle());
        var end = createdAt.plus(settings.sessionMax());
        return idle.isBefore(end) ? idle : end;
    }

    /** Signs out. Its refresh token is of no use from now on, nor are its access tokens. */
    @Transactional
    public void end(String session) {
        end(Ids.parse(session), "signed-out");
    }

    /** Signs out by a refresh token; nothing when it is none. */
    @Transactional
    void end(RefreshToken token) {
        store.findForUpdate(token.session())
                .filter(session -> session.issued(token))
                .ifPresent(session -> end(session.id(), "signed-out"));
    }

    /** Ends all sign-ins of an account: somebody else may have been in, or is not to be any more. */
    @Transactional
    public void endAll(AccountId account, String reason) {
        store.goingBut(account, 0).forEach(id -> end(id, reason));
    }

    /** Ends all sign-ins of an account but one. */
    @Transactional
    public void endOthers(AccountId account, String session, String reason) {
        var kept = Ids.parse(session);
        store.goingBut(account, 0).stream().filter(id -> id != kept).forEach(id -> end(id, reason));
    }

    private void end(long id, String reason) {
        if (store.end(id, reason, clock.instant())) {
            revoked.revoke(Ids.format(id));
        }
    }

    /** Learns which sessions ended elsewhere or before this start, as far as access tokens of theirs may be good. */
    void recall() {
        var since = clock.instant().minus(revoked.kept());
        store.endedSince(since).forEach(ended -> revoked.revoke(Ids.format(ended.id()), ended.at()));
    }
}

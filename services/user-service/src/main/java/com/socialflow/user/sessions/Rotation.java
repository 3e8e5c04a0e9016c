package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.user.UserSettings;
import com.socialflow.user.sessions.Session.Opening;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How sessions go on. Each refresh replaces the session's token (RFC 9700, section 4.14.2); a token that comes back
 * after it was replaced ends the session, for one of the two who have it stole it.
 *
 * <p>One case is let through: tabs of one browser share a cookie and may refresh at the same moment. In a browser's
 * session the token just replaced gets the very token that replaced it, for {@link #TABS_AGREE}.
 */
@Component
class Rotation {

    /** How far apart refreshes of several tabs with one cookie may be. */
    static final Duration TABS_AGREE = Duration.ofSeconds(10);

    /** Of an account; the oldest ends for another. */
    static final int SESSIONS_MAX = 100;

    private static final Logger log = LoggerFactory.getLogger(Rotation.class);

    private final SessionStore store;
    private final Sessions sessions;
    private final UserSettings settings;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;

    Rotation(
            SessionStore store,
            Sessions sessions,
            UserSettings settings,
            Ids ids,
            SecureRandom secureRandom,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.settings = settings;
        this.ids = ids;
        this.random = secureRandom;
        this.clock = clock;
    }

    /**
     * A session that goes on.
     *
     * @param token the refresh token that its client is to keep; null: the one it has
     */
    record Going(
            AccountId account,
            long id,
            Set<String> roles,
            Set<String> methods,
            @Nullable RefreshToken token,
            boolean browser,
            Instant provenAt,
            Instant expiresAt) {}

    /** What a refresh led to. */
    sealed interface RefreshOutcome {
        record Refreshed(Going session) implements RefreshOutcome {}

        /** Never a token of ours, or of a session forgotten since. */
        record Unknown() implements RefreshOutcome {}

        record Over() implements RefreshOutcome {}

        /** Used before: the session has ended by it. */
        record Reused() implements RefreshOutcome {}
    }

    /** Begins a session: always a new one, whatever the client brought along. */
    @Transactional
    Going open(Opening opening) {
        var now = clock.instant();
        var token = RefreshToken.first(ids.next(), random);
        var expiresAt = expiry(now, now);
        var begun = store.insert(opening, token, now, expiresAt, SESSIONS_MAX - 1);
        begun.surplus().forEach(id -> sessions.end(id, "too-many"));
        return new Going(
                opening.account(),
                token.session(),
                begun.roles(),
                opening.methods(),
                token,
                opening.browser(),
                now,
                expiresAt);
    }

    /** Replaces a session's token: one locked read and one write. */
    @Transactional
    RefreshOutcome refresh(RefreshToken token, boolean browser) {
        var session = store.findForUpdate(token.session()).orElse(null);
        if (session == null || !session.issued(token) || session.browser() != browser) {
            return new RefreshOutcome.Unknown();
        }
        var now = clock.instant();
        if (!session.goes(now)) {
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
        sessions.end(session.id(), "token-reused");
        return new RefreshOutcome.Reused();
    }

    private static RefreshOutcome refreshed(Session session, RefreshToken token, Instant expiresAt) {
        return new RefreshOutcome.Refreshed(new Going(
                session.account(),
                session.id(),
                session.roles(),
                session.methods(),
                token,
                session.browser(),
                session.provenAt(),
                expiresAt));
    }

    /**
     * Notes that the session's person has just proved to be that person. The refresh token stays: to replace one that
     * was not shown would end the session of whoever shows it next.
     */
    @Transactional
    Optional<Going> prove(String session, AccountId account, Set<String> methods) {
        var now = clock.instant();
        return store.findForUpdate(Ids.parse(session))
                .filter(found -> found.account().equals(account) && found.goes(now))
                .map(found -> {
                    var all = new TreeSet<>(found.methods());
                    all.addAll(methods);
                    store.prove(found.id(), all, now);
                    return new Going(
                            account, found.id(), found.roles(), all, null, found.browser(), now, found.expiresAt());
                });
    }

    private Instant expiry(Instant createdAt, Instant now) {
        var idle = now.plus(settings.sessionIdle());
        var end = createdAt.plus(settings.sessionMax());
        return idle.isBefore(end) ? idle : end;
    }
}

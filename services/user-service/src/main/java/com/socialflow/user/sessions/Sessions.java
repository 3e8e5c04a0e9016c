package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.auth.RevokedSessions;
import com.socialflow.user.sessions.Session.Listed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which sign-ins there are, and how they end. */
@Component
public class Sessions {

    /** Ended sessions are remembered this long, and with them where they came from. */
    static final Duration REMEMBERED = Duration.ofDays(1);

    private final SessionStore store;
    private final RevokedSessions revoked;
    private final KnownDevices devices;
    private final SignInLimits limits;
    private final Clock clock;

    Sessions(SessionStore store, RevokedSessions revoked, KnownDevices devices, SignInLimits limits, Clock clock) {
        this.store = store;
        this.revoked = revoked;
        this.devices = devices;
        this.limits = limits;
        this.clock = clock;
    }

    /** The account's sign-ins that go on, the one used last first; at most {@link Rotation#SESSIONS_MAX}. */
    List<Listed> going(AccountId account) {
        return store.going(account, clock.instant());
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

    /** Ends one of the account's sign-ins from another one, and forgets its device; false when it has no such. */
    @Transactional
    boolean endRemotely(AccountId account, String session) {
        long id;
        try {
            id = Ids.parse(session);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (!store.unended(account).contains(id)) {
            return false;
        }
        end(account, List.of(id), "ended-remotely");
        return true;
    }

    /** Ends all sign-ins of an account: somebody else may have been in, or is not to be any more. */
    @Transactional
    public void endAll(AccountId account, String reason) {
        store.unended(account).forEach(id -> end(id, reason));
        devices.forget(account);
        limits.forgive(account);
    }

    /** Ends all sign-ins of an account but one. */
    @Transactional
    public void endOthers(AccountId account, String session, String reason) {
        var kept = Ids.parse(session);
        end(account, store.unended(account).stream().filter(id -> id != kept).toList(), reason);
    }

    private void end(AccountId account, List<Long> ids, String reason) {
        devices.forget(account, store.devices(ids));
        ids.forEach(id -> end(id, reason));
    }

    void end(long id, String reason) {
        if (store.end(id, reason, clock.instant())) {
            revoked.revoke(Ids.format(id));
        }
    }

    /** Learns which sessions ended elsewhere or before this start, as far as access tokens of theirs may be good. */
    void recall() {
        var since = clock.instant().minus(revoked.kept());
        store.endedSince(since).forEach(ended -> revoked.revoke(Ids.format(ended.id()), ended.at()));
    }

    /** Forgets what ended long ago, and where it came from. */
    void forgetOld() {
        store.forget(clock.instant().minus(REMEMBERED));
    }
}

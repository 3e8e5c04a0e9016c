package com.socialflow.user.oauth;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.auth.RevokedSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Authorizations of programs. Each is found by a secret and locked with it, so that of several uses of one secret at
 * once one is the first. A secret that comes back after its use takes the whole authorization back, and all its
 * tokens with it: one of the two who have it stole it (RFC 9700, section 2.1.1 and 4.14.2).
 */
@Component
class Grants {

    /** RFC 8628, section 3.5: how often a device may ask. */
    static final Duration POLL_EVERY = Duration.ofSeconds(5);

    /** Grants are remembered so long after they end: as long as a token of theirs could be good. */
    private static final Duration REMEMBERED = Duration.ofHours(2);

    /** Of one statement; the next round takes more. */
    private static final int FORGET_MAX = 1_000;

    private static final Logger log = LoggerFactory.getLogger(Grants.class);

    private final GrantStore store;
    private final RevokedSessions revoked;
    private final Audit audit;
    private final Clock clock;

    Grants(GrantStore store, RevokedSessions revoked, Audit audit, Clock clock) {
        this.store = store;
        this.revoked = revoked;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void add(Grant grant) {
        store.insert(grant);
    }

    @Transactional
    void keep(Grant grant) {
        store.update(grant, clock.instant());
    }

    @Transactional
    void remove(long id) {
        store.delete(id);
    }

    /** The one that waits for the answer to its question. */
    @Transactional
    Optional<Grant> byQuestion(String state) {
        return store.findByQuestion(Hashes.sha256(state)).filter(this::going);
    }

    /** The one with this code; none when it was used before, and then all that came of it ends. */
    @Transactional
    Optional<Grant> byCode(String code) {
        var grant = store.findByCode(Hashes.sha256(code));
        grant.filter(known -> known.code() != null && known.code().used())
                .ifPresent(known -> revoke(known, "code-reused"));
        return grant.filter(known -> known.code() != null && !known.code().used())
                .filter(this::going);
    }

    /** The one with this refresh token; none when it was used before, and then all that came of it ends. */
    @Transactional
    Optional<Grant> byRefresh(String text) {
        var token = GrantToken.parse(text);
        var grant = token.flatMap(known -> store.findForUpdate(known.grant()));
        if (token.isEmpty() || grant.isEmpty()) {
            return Optional.empty();
        }
        var refresh = grant.get().refresh();
        if (refresh == null || !refresh.issued(token.get())) {
            return Optional.empty();
        }
        if (!refresh.isCurrent(token.get())) {
            revoke(grant.get(), "token-reused");
            return Optional.empty();
        }
        return grant.filter(this::going);
    }

    /** The one with this refresh token, which stays as it is. */
    @Transactional
    Optional<Grant> look(GrantToken token) {
        return store.findForUpdate(token.grant())
                .filter(this::going)
                .filter(grant -> grant.refresh() != null
                        && grant.refresh().issued(token)
                        && grant.refresh().isCurrent(token));
    }

    /**
     * The one with this code of a device.
     *
     * @throws OAuth2AuthenticationException {@code slow_down} when the device asks too often, {@code expired_token}
     * when
     *     it is too late
     */
    @Transactional(noRollbackFor = AuthenticationException.class)
    Optional<Grant> byDeviceCode(String code) {
        var grant = store.findByDeviceCode(Hashes.sha256(code)).filter(known -> !known.revoked());
        var now = clock.instant();
        grant.ifPresent(known -> {
            var device = known.device();
            var last = device == null ? null : device.polledAt();
            if (!now.isBefore(known.expiresAt())) {
                throw new OAuth2AuthenticationException("expired_token");
            }
            store.polled(known.id(), now);
            if (device != null && !device.decided() && last != null && now.isBefore(last.plus(POLL_EVERY))) {
                throw new OAuth2AuthenticationException("slow_down");
            }
        });
        return grant;
    }

    @Transactional
    Optional<Grant> byUserCode(String code) {
        return store.findByUserCode(Hashes.sha256(code)).filter(this::going);
    }

    private boolean going(Grant grant) {
        return !grant.revoked() && clock.instant().isBefore(grant.expiresAt());
    }

    /** Takes back the authorization of a program that names it by a refresh token, be it the last one or not. */
    @Transactional
    void revokeByRefresh(String client, GrantToken token) {
        store.findForUpdate(token.grant())
                .filter(grant -> Ids.format(grant.client()).equals(client))
                .filter(grant -> grant.refresh() != null && grant.refresh().issued(token))
                .ifPresent(grant -> revoke(grant, "revoked-by-program"));
    }

    @Transactional
    void revoke(String grant, String reason) {
        store.findForUpdate(Ids.parse(grant)).ifPresent(known -> revoke(known, reason));
    }

    /** Takes back all that a person let a program do. */
    @Transactional
    void revokeOf(AccountId account, long client, String reason) {
        store.going(client, account).forEach(id -> end(id, reason, clock.instant()));
    }

    /** Takes back all that anybody let a program do. */
    @Transactional
    void revokeOfClient(long client, String reason) {
        store.going(client, null).forEach(id -> end(id, reason, clock.instant()));
    }

    private void revoke(Grant grant, String reason) {
        if (!end(grant.id(), reason, clock.instant())) {
            return;
        }
        log.info("grant {} of program {} ends: {}", grant.text(), Ids.format(grant.client()), reason);
        if (grant.person() != null) {
            audit.record(AuditEntry.done(
                    "grant.end",
                    grant.person().account(),
                    Map.of("client", Ids.format(grant.client()), "reason", reason)));
        }
    }

    private boolean end(long id, String reason, Instant now) {
        var ended = store.revoke(id, reason, now);
        if (ended) {
            revoked.revoke(Ids.format(id));
        }
        return ended;
    }

    /** Ends what belonged to ended sign-ins, learns what ended elsewhere, and forgets what is long over. */
    void sweep() {
        var now = clock.instant();
        store.revokeOrphans(now);
        store.revokedSince(now.minus(revoked.kept()))
                .forEach(ended -> revoked.revoke(Ids.format(ended.id()), ended.at()));
        var count = FORGET_MAX;
        while (count == FORGET_MAX && !Thread.currentThread().isInterrupted()) {
            count = store.forget(now.minus(REMEMBERED), FORGET_MAX);
        }
    }
}

package com.socialflow.user.mfa;

import com.socialflow.core.AccountId;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.user.alerts.Alerts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Setting an authenticator app up as a second factor, and taking it away. */
@Component
public class Enrolments {

    /** How long after the secret was shown its first code may come. */
    static final Duration PATIENCE = Duration.ofHours(1);

    private final TotpStore store;
    private final Totp totp;
    private final RecoveryCodes recoveryCodes;
    private final Alerts alerts;
    private final Audit audit;
    private final Clock clock;

    Enrolments(TotpStore store, Totp totp, RecoveryCodes recoveryCodes, Alerts alerts, Audit audit, Clock clock) {
        this.store = store;
        this.totp = totp;
        this.recoveryCodes = recoveryCodes;
        this.alerts = alerts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a first code led to. */
    sealed interface ActivationOutcome {
        record Activated(List<String> recoveryCodes) implements ActivationOutcome {

            /** Keeps the codes out of logs. */
            @Override
            public String toString() {
                return "Activated[]";
            }
        }

        record WrongCode() implements ActivationOutcome {}

        /** Nobody began, or too long ago. */
        record NotBegun() implements ActivationOutcome {}

        record Active() implements ActivationOutcome {}
    }

    /** Keeps a secret to try out; false when one is in use. */
    @Transactional
    boolean begin(AccountId account, byte[] secret) {
        return store.begin(account, totp.seal(account, secret), clock.instant());
    }

    /** Turns it on, once a code shows that the app has the secret. */
    @Transactional
    ActivationOutcome activate(AccountId account, String code) {
        var row = store.find(account).orElse(null);
        if (row == null || row.createdAt().plus(PATIENCE).isBefore(clock.instant())) {
            return row != null && row.since() != null
                    ? new ActivationOutcome.Active()
                    : new ActivationOutcome.NotBegun();
        }
        if (row.since() != null) {
            return new ActivationOutcome.Active();
        }
        if (!totp.matches(account, row, code)) {
            return new ActivationOutcome.WrongCode();
        }
        if (!store.activate(account, clock.instant())) {
            return new ActivationOutcome.Active();
        }
        alerts.factorAdded(account, totp.name());
        audit.record(AuditEntry.done("totp.activate", account, Map.of()));
        return new ActivationOutcome.Activated(recoveryCodes.renew(account));
    }

    /** Turns it off, and with it what stands in for it; false when it is not on. */
    @Transactional
    boolean remove(AccountId account) {
        if (!store.delete(account)) {
            return false;
        }
        recoveryCodes.remove(account);
        alerts.factorRemoved(account, totp.name());
        audit.record(AuditEntry.done("totp.remove", account, Map.of()));
        return true;
    }

    /** New recovery codes; empty when there is nothing that they would stand in for. */
    @Transactional
    Optional<List<String>> renewRecoveryCodes(AccountId account) {
        if (!totp.has(account)) {
            return Optional.empty();
        }
        audit.record(AuditEntry.done("recovery-codes.renew", account, Map.of()));
        return Optional.of(recoveryCodes.renew(account));
    }

    /** Since when it is on; empty when it is not. */
    public Optional<Instant> since(AccountId account) {
        return store.find(account).map(TotpStore.Row::since);
    }
}

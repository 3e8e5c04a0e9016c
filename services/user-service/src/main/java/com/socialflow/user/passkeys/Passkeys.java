package com.socialflow.user.passkeys;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.user.accounts.WaysIn;
import com.socialflow.user.alerts.Alerts;
import com.socialflow.user.passkeys.Passkey.Key;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which passkeys an account has. */
@Component
public class Passkeys {

    private static final String FACTOR = "passkey";

    private final PasskeyStore store;
    private final WaysIn ways;
    private final Alerts alerts;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Passkeys(PasskeyStore store, WaysIn ways, Alerts alerts, Audit audit, Ids ids, Clock clock) {
        this.store = store;
        this.ways = ways;
        this.alerts = alerts;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What adding one led to. */
    sealed interface AddOutcome {
        record Added(Passkey passkey) implements AddOutcome {}

        /** Somebody has it: this account, or another. */
        record Taken() implements AddOutcome {}

        record Full() implements AddOutcome {}
    }

    /** What taking one away led to. */
    enum RemoveOutcome {
        REMOVED,
        NOT_THERE,
        /** Without it nobody could come in any more. */
        LAST
    }

    /** Adds a key that was checked. */
    @Transactional
    AddOutcome add(AccountId account, byte[] userHandle, Key key, String name) {
        store.lock(account);
        if (store.findAll(account).size() >= Passkey.PASSKEYS_MAX) {
            return new AddOutcome.Full();
        }
        var passkey = new Passkey(
                new PasskeyId(ids.next()),
                account,
                userHandle,
                key,
                name,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
        if (!store.insert(passkey)) {
            return new AddOutcome.Taken();
        }
        audit.record(new AuditEntry(
                "passkey.enrol",
                AuditEntry.Outcome.DONE,
                account,
                "account:" + account,
                Map.of("passkey", passkey.id().toString())));
        return new AddOutcome.Added(passkey);
    }

    /** The same for an account that is there already: its owner is told. */
    @Transactional
    AddOutcome addAnother(AccountId account, byte[] userHandle, Key key, String name) {
        var outcome = add(account, userHandle, key, name);
        if (outcome instanceof AddOutcome.Added) {
            alerts.factorAdded(account, FACTOR);
        }
        return outcome;
    }

    /** The account's passkeys, oldest first; at most {@link Passkey#PASSKEYS_MAX}. */
    List<Passkey> of(AccountId account) {
        return store.findAll(account);
    }

    /** The same as their owner sees them. */
    public List<?> views(AccountId account) {
        return of(account).stream().map(PasskeyBodies.PasskeyView::of).toList();
    }

    /** What authenticators call the account's person; empty until there is a passkey. */
    Optional<byte[]> userHandle(AccountId account) {
        return of(account).stream().findFirst().map(Passkey::userHandle);
    }

    /** False when the account has no such passkey. */
    @Transactional
    boolean rename(AccountId account, PasskeyId id, String name) {
        return store.rename(account, id, name);
    }

    @Transactional
    RemoveOutcome remove(AccountId account, PasskeyId id) {
        store.lock(account);
        var present = store.findAll(account);
        if (present.stream().noneMatch(passkey -> passkey.id().equals(id))) {
            return RemoveOutcome.NOT_THERE;
        }
        if (ways.count(account) <= 1) {
            return RemoveOutcome.LAST;
        }
        store.delete(account, id);
        alerts.factorRemoved(account, FACTOR);
        audit.record(AuditEntry.done("passkey.remove", account, Map.of("passkey", id.toString())));
        return RemoveOutcome.REMOVED;
    }
}

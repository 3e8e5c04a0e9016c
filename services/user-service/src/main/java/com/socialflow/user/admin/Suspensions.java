package com.socialflow.user.admin;

import com.socialflow.core.AccountId;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.user.v1.AccountRestored;
import com.socialflow.proto.user.v1.AccountSuspended;
import com.socialflow.user.admin.ManagedAccount.Suspension;
import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Mail;
import com.socialflow.user.sessions.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeping people out, for a while or until further notice. */
@Component
class Suspensions {

    private final AdminStore store;
    private final Sessions sessions;
    private final Outbox outbox;
    private final Mail mail;
    private final Audit audit;
    private final Clock clock;

    Suspensions(AdminStore store, Sessions sessions, Outbox outbox, Mail mail, Audit audit, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.outbox = outbox;
        this.mail = mail;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a try to suspend somebody led to. */
    sealed interface SuspendOutcome {
        record Suspended(ManagedAccount account) implements SuspendOutcome {}

        record NotFound() implements SuspendOutcome {}

        /** Without this administrator there would be none. */
        record LastAdmin() implements SuspendOutcome {}

        record AlreadyOver() implements SuspendOutcome {}
    }

    /**
     * Keeps somebody out from now on. Of somebody who is out already it changes reason and end.
     *
     * @param until null: until an administrator ends it
     * @param by the administrator
     */
    @Transactional
    SuspendOutcome suspend(AccountId id, String reason, @Nullable Instant until, AccountId by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (until != null && !until.isAfter(now)) {
            return new SuspendOutcome.AlreadyOver();
        }
        var admins = store.lockAdmins();
        var account = store.findForUpdate(id).orElse(null);
        if (account == null) {
            return new SuspendOutcome.NotFound();
        }
        if (admins.equals(Set.of(id))) {
            audit.record(AuditEntry.refused("admin.suspend", id, Map.of("reason", "last-admin")));
            return new SuspendOutcome.LastAdmin();
        }
        store.suspend(account, new Suspension(reason, until, by, now));
        sessions.endAll(id, "suspended");
        var values = Map.of("reason", reason, "date", until == null ? "" : until.toString());
        mail.send(account.email(), account.locale(), new Letter("account-suspended", values));
        outbox.append(AccountSuspended.newBuilder()
                .setAccount(id.value())
                .setReason(reason)
                .setUntil(until == null ? 0 : until.getEpochSecond())
                .build());
        audit.record(AuditEntry.done(
                "admin.suspend", id, Map.of("reason", reason, "until", until == null ? "" : until.toString())));
        return new SuspendOutcome.Suspended(store.find(id).orElseThrow());
    }

    /** Lets somebody in again; nothing when that is so; false when there is no such account. */
    @Transactional
    boolean restore(AccountId id) {
        var account = store.findForUpdate(id).orElse(null);
        if (account != null && account.state().equals(ManagedAccount.SUSPENDED) && account.suspension() != null) {
            store.restore(id);
            outbox.append(AccountRestored.newBuilder().setAccount(id.value()).build());
            mail.send(account.email(), account.locale(), new Letter("account-restored", Map.of()));
            audit.record(AuditEntry.done("admin.restore", id, Map.of()));
        }
        return account != null;
    }
}

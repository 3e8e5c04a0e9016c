package com.socialflow.user.admin;

import com.socialflow.core.AccountId;
import com.socialflow.core.Page;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.user.sessions.Sessions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts in the hands of administrators. Whoever changes what somebody may do signs that person out. */
@Component
class Administration {

    private final AdminStore store;
    private final Sessions sessions;
    private final Audit audit;

    Administration(AdminStore store, Sessions sessions, Audit audit) {
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** What a change of roles led to. */
    sealed interface RolesOutcome {
        record Changed(ManagedAccount account) implements RolesOutcome {}

        record NotFound() implements RolesOutcome {}

        /** Without this administrator there would be none. */
        record LastAdmin() implements RolesOutcome {}
    }

    /** What a demand for another password led to. */
    enum PasswordOutcome {
        DEMANDED,
        NOT_FOUND,
        NO_PASSWORD
    }

    Page<ManagedAccount> list(AccountQuery query, PageRequest page) {
        var rows = store.list(query, page.after().positionOr(Long.MAX_VALUE), page.limit() + 1);
        return Page.cut(rows, page.limit(), account -> account.id().value());
    }

    /** All that is known of somebody; that it was looked at is recorded. */
    @Transactional
    Optional<ManagedAccount> read(AccountId id) {
        var account = store.find(id);
        account.ifPresent(_ -> audit.record(AuditEntry.done("admin.account.read", id, Map.of())));
        return account;
    }

    /** Gives somebody these roles and no others. */
    @Transactional
    RolesOutcome setRoles(AccountId id, Set<String> roles) {
        var admins = store.lockAdmins();
        var account = store.findForUpdate(id).orElse(null);
        if (account == null) {
            return new RolesOutcome.NotFound();
        }
        var before = new TreeSet<>(account.roles());
        var after = new TreeSet<>(roles);
        if (before.equals(after)) {
            return new RolesOutcome.Changed(account);
        }
        if (admins.equals(Set.of(id)) && !after.contains(ManagedAccount.ADMIN)) {
            audit.record(AuditEntry.refused("admin.roles", id, Map.of("reason", "last-admin")));
            return new RolesOutcome.LastAdmin();
        }
        store.setRoles(id, after);
        sessions.endAll(id, "roles-changed");
        audit.record(AuditEntry.done(
                "admin.roles", id, Map.of("before", String.join(",", before), "after", String.join(",", after))));
        return new RolesOutcome.Changed(store.find(id).orElseThrow());
    }

    /** Has somebody choose another password before anything else. */
    @Transactional
    PasswordOutcome demandPassword(AccountId id) {
        if (store.findForUpdate(id).isEmpty()) {
            return PasswordOutcome.NOT_FOUND;
        }
        if (!store.mustChange(id)) {
            return PasswordOutcome.NO_PASSWORD;
        }
        sessions.endAll(id, "password-change-required");
        audit.record(AuditEntry.done("admin.password-change", id, Map.of()));
        return PasswordOutcome.DEMANDED;
    }
}

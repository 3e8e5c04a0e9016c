package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.audit.AuditEntry.Outcome;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What other features do for an account that is being made. */
@Component
class Arrivals {

    private final PasskeyEnrolment passkeys;
    private final List<Newcomers> newcomers;
    private final List<NameReservation> reservations;
    private final Audit audit;

    Arrivals(PasskeyEnrolment passkeys, List<Newcomers> newcomers, List<NameReservation> reservations, Audit audit) {
        this.passkeys = passkeys;
        this.newcomers = newcomers;
        this.reservations = reservations;
        this.audit = audit;
    }

    /** Whether nobody gets this name. */
    boolean reserved(Username username) {
        return reservations.stream().anyMatch(reservation -> reservation.reserved(username));
    }

    void enrol(AccountId account, PasskeyAnswer answer) {
        passkeys.enrol(account, answer);
    }

    void arrived(Account account) {
        audit.record(new AuditEntry(
                "account.register",
                Outcome.DONE,
                account.id(),
                "account:" + account.id(),
                Map.of("state", account.state().text())));
        var contact = new Contact(
                account.id(), account.username(), account.email(), account.emailVerifiedAt() != null, account.locale());
        newcomers.forEach(feature -> feature.arrived(contact));
    }
}

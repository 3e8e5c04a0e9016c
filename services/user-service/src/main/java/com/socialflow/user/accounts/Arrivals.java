package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.audit.AuditEntry.Outcome;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What other features do for an account that is being made. */
@Component
class Arrivals {

    private final ObjectProvider<PasskeyEnrolment> passkeys;
    private final ObjectProvider<Newcomers> newcomers;
    private final Audit audit;

    Arrivals(ObjectProvider<PasskeyEnrolment> passkeys, ObjectProvider<Newcomers> newcomers, Audit audit) {
        this.passkeys = passkeys;
        this.newcomers = newcomers;
        this.audit = audit;
    }

    void enrol(AccountId account, PasskeyAnswer answer) {
        var enrolment = passkeys.getIfAvailable();
        if (enrolment == null) {
            throw Problem.invalid("passkey", "not-supported", "accounts begin with a password here");
        }
        enrolment.enrol(account, answer);
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
        newcomers.orderedStream().forEach(feature -> feature.arrived(contact));
    }
}

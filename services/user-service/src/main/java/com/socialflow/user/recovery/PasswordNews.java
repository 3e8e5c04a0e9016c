package com.socialflow.user.recovery;

import com.socialflow.core.AccountId;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.audit.AuditEntry.Outcome;
import com.socialflow.user.accounts.Contacts;
import com.socialflow.user.accounts.Email;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who hears of a new password: the audit trail, and the person. */
@Component
class PasswordNews {

    private final Contacts contacts;
    private final RecoveryLetters letters;
    private final Audit audit;

    PasswordNews(Contacts contacts, RecoveryLetters letters, Audit audit) {
        this.contacts = contacts;
        this.letters = letters;
        this.audit = audit;
    }

    /** Somebody read the letter at this address: with that it is proven, too. */
    void reset(AccountId account, Email address) {
        if (address.takesMail()) {
            contacts.verify(account, address);
        }
        record("password-reset.complete", account);
        contacts.find(account).ifPresent(letters::changed);
    }

    void changed(AccountId account) {
        record("password.change", account);
        contacts.find(account).ifPresent(letters::changed);
    }

    void refused(AccountId account, String why) {
        audit.record(AuditEntry.refused("password.change", account, Map.of("why", why)));
    }

    private void record(String action, AccountId account) {
        audit.record(new AuditEntry(action, Outcome.DONE, account, "account:" + account, Map.of()));
    }
}

package com.socialflow.user.emails;

import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.audit.AuditEntry.Outcome;
import com.socialflow.user.accounts.Contact;
import com.socialflow.user.accounts.Contacts;
import com.socialflow.user.onetime.OneTimeTokens;
import com.socialflow.user.onetime.OneTimeTokens.Purpose;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Following the links of a change of address. */
@Component
class EmailConfirmations {

    private final PendingChanges pending;
    private final Contacts contacts;
    private final OneTimeTokens tokens;
    private final EmailLetters letters;
    private final Audit audit;

    EmailConfirmations(
            PendingChanges pending, Contacts contacts, OneTimeTokens tokens, EmailLetters letters, Audit audit) {
        this.pending = pending;
        this.contacts = contacts;
        this.tokens = tokens;
        this.letters = letters;
        this.audit = audit;
    }

    /** What following a link led to. */
    sealed interface ConfirmOutcome {
        record HalfConfirmed() implements ConfirmOutcome {}

        record Changed() implements ConfirmOutcome {}

        /** Somebody else got the address meanwhile: the change is off. */
        record Taken() implements ConfirmOutcome {}

        /** Used, expired, cancelled, or never one. */
        record Unknown() implements ConfirmOutcome {}
    }

    /** Confirms one end, and makes the change when the other has confirmed too. */
    @Transactional
    ConfirmOutcome confirm(String token) {
        var change = pending.confirm(token).orElse(null);
        if (change == null) {
            return new ConfirmOutcome.Unknown();
        }
        var contact = contacts.find(change.account()).orElseThrow();
        if (!contact.email().equals(change.before())) {
            pending.end(change.account());
            return new ConfirmOutcome.Unknown();
        }
        if (!change.confirmed()) {
            record(change, "half-confirmed");
            return new ConfirmOutcome.HalfConfirmed();
        }
        pending.end(change.account());
        if (contacts.find(change.next())
                .filter(owner -> !owner.account().equals(change.account()))
                .isPresent()) {
            record(change, "taken");
            return new ConfirmOutcome.Taken();
        }
        make(change, contact);
        return new ConfirmOutcome.Changed();
    }

    private void make(EmailChange change, Contact contact) {
        contacts.change(change.account(), change.next());
        // Whoever reads the old mailbox has nothing to do with this account any more.
        tokens.revoke(change.account(), Purpose.VERIFY_EMAIL);
        tokens.revoke(change.account(), Purpose.RESET_PASSWORD);
        letters.changed(contact, change.next());
        record(change, "changed");
    }

    private void record(EmailChange change, String step) {
        audit.record(new AuditEntry(
                "email.change", Outcome.DONE, change.account(), "account:" + change.account(), Map.of("step", step)));
    }
}

package com.socialflow.user.emails;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.limits.Allowance;
import com.socialflow.platform.limits.Throttle;
import com.socialflow.user.accounts.Contact;
import com.socialflow.user.accounts.Contacts;
import com.socialflow.user.accounts.Email;
import com.socialflow.user.accounts.TakenAddresses;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Wishing for another address. Both mailboxes get a link, and the change happens when both were followed: who sits at
 * another's open session can't take the account away. An address that was never proven has no say: it may be a typing
 * mistake.
 */
@Component
public class EmailChanges {

    /** Changes that one account begins: each writes to a mailbox that may be another's. */
    static final Allowance BEGUN = new Allowance(5, Duration.ofDays(1));

    private final PendingChanges pending;
    private final Contacts contacts;
    private final TakenAddresses addresses;
    private final EmailLetters letters;
    private final Throttle throttle;
    private final Audit audit;

    EmailChanges(
            PendingChanges pending,
            Contacts contacts,
            TakenAddresses addresses,
            EmailLetters letters,
            Throttle throttle,
            Audit audit) {
        this.pending = pending;
        this.contacts = contacts;
        this.addresses = addresses;
        this.letters = letters;
        this.throttle = throttle;
        this.audit = audit;
    }

    /** What a wish for another address led to. */
    sealed interface BeginOutcome {
        record Begun(EmailChange change) implements BeginOutcome {}

        /** The account has this address. */
        record Unchanged() implements BeginOutcome {}

        record Taken() implements BeginOutcome {}

        /** A child's letters go to the parent. */
        record NotOwn() implements BeginOutcome {}

        record TooMany(Duration retryAfter) implements BeginOutcome {}
    }

    /** An account's address, and the change of it that is under way. */
    record Addresses(Contact contact, Optional<EmailChange> change) {}

    Addresses find(AccountId account) {
        return new Addresses(contact(account), pending.find(account));
    }

    private Contact contact(AccountId account) {
        return contacts.find(account).orElseThrow(() -> Problem.notFound("account"));
    }

    /** Begins a change, in place of any before it, and writes to both ends. */
    @Transactional
    BeginOutcome begin(AccountId account, Email next) {
        var contact = contact(account);
        if (!contact.email().takesMail()) {
            return new BeginOutcome.NotOwn();
        }
        if (contact.email().equals(next)) {
            return new BeginOutcome.Unchanged();
        }
        var wait = throttle.take("email-change:" + account, BEGUN);
        if (!wait.isZero()) {
            return new BeginOutcome.TooMany(wait);
        }
        // The same mailbox in another case is nobody else's.
        if (!contact.email().key().equals(next.key())) {
            switch (addresses.ask(next, account.toString())) {
                case TAKEN -> {
                    return new BeginOutcome.Taken();
                }
                case TOO_MANY -> {
                    return new BeginOutcome.TooMany(BEGUN.in());
                }
                case FREE -> {}
            }
        }
        var begun = pending.begin(contact, next);
        if (begun.oldToken() != null) {
            letters.changeOld(contact, next, begun.oldToken());
        }
        letters.changeNew(contact, next, begun.newToken());
        audit.record(AuditEntry.done("email.change", account, Map.of("step", "begun")));
        return new BeginOutcome.Begun(begun.change());
    }

    /** Ends a change that is under way: its links are of no use any more. Nothing when there is none. */
    @Transactional
    public void cancel(AccountId account) {
        if (pending.end(account)) {
            audit.record(AuditEntry.done("email-change.cancel", account, Map.of()));
        }
    }
}

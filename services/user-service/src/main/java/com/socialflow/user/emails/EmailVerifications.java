package com.socialflow.user.emails;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.audit.AuditEntry.Outcome;
import com.socialflow.platform.limits.Allowance;
import com.socialflow.platform.limits.Throttle;
import com.socialflow.user.accounts.Contact;
import com.socialflow.user.accounts.Contacts;
import com.socialflow.user.accounts.Email;
import com.socialflow.user.accounts.Newcomers;
import com.socialflow.user.onetime.OneTimeTokens;
import com.socialflow.user.onetime.OneTimeTokens.Purpose;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proving that an address is somebody's: a link that only who reads the mailbox can follow. */
@Component
class EmailVerifications implements Newcomers {

    /** Letters that somebody asks for: more would fill a mailbox, perhaps another's. */
    static final Allowance AGAIN = new Allowance(5, Duration.ofHours(1));

    private final Contacts contacts;
    private final OneTimeTokens tokens;
    private final EmailLetters letters;
    private final Throttle throttle;
    private final Audit audit;

    EmailVerifications(Contacts contacts, OneTimeTokens tokens, EmailLetters letters, Throttle throttle, Audit audit) {
        this.contacts = contacts;
        this.tokens = tokens;
        this.letters = letters;
        this.throttle = throttle;
        this.audit = audit;
    }

    /** What a wish for another letter led to. */
    sealed interface AgainOutcome {
        record Sent() implements AgainOutcome {}

        record AlreadyVerified() implements AgainOutcome {}

        /** A child's letters go to the parent. */
        record NotOwn() implements AgainOutcome {}

        record TooMany(Duration retryAfter) implements AgainOutcome {}
    }

    @Override
    public void arrived(Contact newcomer) {
        if (!newcomer.verified() && newcomer.email().takesMail()) {
            send(newcomer);
        }
    }

    /** Sends the link again. The one before stays good: letters may overtake each other. */
    @Transactional
    AgainOutcome again(AccountId account) {
        var contact = contacts.find(account).orElseThrow(() -> Problem.notFound("account"));
        if (contact.verified()) {
            return new AgainOutcome.AlreadyVerified();
        }
        if (!contact.email().takesMail()) {
            return new AgainOutcome.NotOwn();
        }
        var wait = throttle.take("verify-email:" + account, AGAIN);
        if (!wait.isZero()) {
            return new AgainOutcome.TooMany(wait);
        }
        send(contact);
        audit.record(AuditEntry.done("email-verification.send", account, Map.of()));
        return new AgainOutcome.Sent();
    }

    private void send(Contact contact) {
        letters.verify(
                contact,
                tokens.issue(
                        Purpose.VERIFY_EMAIL, contact.account(), contact.email().value()));
    }

    /** Takes a token's word; gives the address. Empty when the token is none, or of an address no longer in use. */
    @Transactional
    Optional<Email> verify(String token) {
        var proof = tokens.use(Purpose.VERIFY_EMAIL, token).orElse(null);
        if (proof == null) {
            return Optional.empty();
        }
        var email = new Email(proof.address());
        if (!contacts.verify(proof.account(), email)) {
            return Optional.empty();
        }
        audit.record(
                new AuditEntry("email.verify", Outcome.DONE, proof.account(), "account:" + proof.account(), Map.of()));
        return Optional.of(email);
    }
}

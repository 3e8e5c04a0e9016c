package com.socialflow.user.recovery;

import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.audit.AuditEntry.Outcome;
import com.socialflow.platform.limits.Allowance;
import com.socialflow.platform.limits.Throttle;
import com.socialflow.user.accounts.Contact;
import com.socialflow.user.accounts.Contacts;
import com.socialflow.user.onetime.OneTimeTokens;
import com.socialflow.user.onetime.OneTimeTokens.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks up whose password is asked for, and writes to whom there is. */
@Component
class ResetLetters {

    /** To one account: more would fill a mailbox. The wish beyond it gets no other answer. */
    static final Allowance SENT = new Allowance(3, Duration.ofHours(1));

    private final ResetRequestStore store;
    private final Contacts contacts;
    private final OneTimeTokens tokens;
    private final RecoveryLetters letters;
    private final Throttle throttle;
    private final Audit audit;

    ResetLetters(
            ResetRequestStore store,
            Contacts contacts,
            OneTimeTokens tokens,
            RecoveryLetters letters,
            Throttle throttle,
            Audit audit) {
        this.store = store;
        this.contacts = contacts;
        this.tokens = tokens;
        this.letters = letters;
        this.throttle = throttle;
        this.audit = audit;
    }

    /** Serves one wish; false when none waits. */
    @Transactional
    boolean serve() {
        var login = store.take().orElse(null);
        if (login == null) {
            return false;
        }
        contacts.find(login).filter(contact -> reachable(contact, login)).ifPresent(this::send);
        return true;
    }

    /** An address that was never proven may be a stranger's: who means it has to name it. A child's is the parent's. */
    private static boolean reachable(Contact contact, String login) {
        return contact.verified() || !contact.email().takesMail() || login.contains("@");
    }

    private void send(Contact contact) {
        if (!throttle.take("password-reset:account:" + contact.account(), SENT).isZero()) {
            return;
        }
        var token = tokens.issue(
                Purpose.RESET_PASSWORD, contact.account(), contact.email().value());
        letters.reset(contact, token);
        audit.record(
                new AuditEntry("password-reset.request", Outcome.DONE, null, "account:" + contact.account(), Map.of()));
    }

    /** Leaves out what has waited for longer. */
    @Transactional
    void forget(Instant before) {
        store.forget(before);
    }
}

package com.socialflow.user.profiles;

import com.socialflow.core.AccountId;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.user.accounts.Accounts;
import com.socialflow.user.accounts.NameReservation;
import com.socialflow.user.accounts.Username;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Being called otherwise. */
@Component
class Usernames {

    /** Between two changes: mentions and links of others name a person too. */
    static final Duration CHANGE_EVERY = Duration.ofDays(30);

    /** How long a name that was given up leads to its owner, and nobody else gets it. */
    static final Duration KEPT = Duration.ofDays(365);

    private final Accounts accounts;
    private final UsernameStore store;
    private final List<NameReservation> reservations;
    private final Profiles profiles;
    private final Audit audit;
    private final Clock clock;

    Usernames(
            Accounts accounts,
            UsernameStore store,
            List<NameReservation> reservations,
            Profiles profiles,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.reservations = reservations;
        this.profiles = profiles;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a wish for another name led to. */
    sealed interface ChangeOutcome {
        record Changed(Person person) implements ChangeOutcome {}

        /** Somebody has it, or had it a short while ago. */
        record Taken() implements ChangeOutcome {}

        record TooSoon(Instant next) implements ChangeOutcome {}

        record Gone() implements ChangeOutcome {}
    }

    /**
     * Gives the account another name; the one before is kept for it. To want the present one changes nothing.
     *
     * @throws org.springframework.dao.DuplicateKeyException when an account took the name at this moment
     */
    @Transactional
    ChangeOutcome change(AccountId id, Username name) {
        var account = accounts.findForUpdate(id).orElse(null);
        if (account == null) {
            return new ChangeOutcome.Gone();
        }
        if (account.username().equals(name)) {
            return new ChangeOutcome.Changed(profiles.find(id).orElseThrow());
        }
        var now = clock.instant();
        var next = store.changedAt(id).map(time -> time.plus(CHANGE_EVERY)).orElse(Instant.MIN);
        if (now.isBefore(next)) {
            return new ChangeOutcome.TooSoon(next);
        }
        if (reservations.stream().anyMatch(reservation -> reservation.reserved(name))) {
            return new ChangeOutcome.Taken();
        }
        // First the name, which nobody else can take from here on; who gave it up before is in the next look.
        store.rename(id, name, now);
        if (store.formerOwner(name).filter(owner -> !owner.equals(id)).isPresent()) {
            throw new NameKept();
        }
        store.release(name);
        store.keep(id, account.username(), now, now.plus(KEPT));
        profiles.announce(id);
        audit.record(AuditEntry.done(
                "username.change", id, Map.of("from", account.username().value(), "to", name.value())));
        return new ChangeOutcome.Changed(profiles.find(id).orElseThrow());
    }

    /** Undoes the transaction: the name is kept for somebody else. */
    static final class NameKept extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.messaging.Outbox;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who there is. */
@Component
public class Accounts {

    private final AccountStore store;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;
    private final List<Newcomers> newcomers;
    private final List<NameReservation> reservations;

    Accounts(
            AccountStore store,
            Outbox outbox,
            Ids ids,
            Clock clock,
            List<Newcomers> newcomers,
            List<NameReservation> reservations) {
        this.store = store;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.newcomers = newcomers;
        this.reservations = reservations;
    }

    /** What a try to register led to. */
    sealed interface RegisterOutcome {
        record Registered(Account account) implements RegisterOutcome {}

        record UsernameTaken() implements RegisterOutcome {}

        record EmailTaken() implements RegisterOutcome {}
    }

    /** What stands in the way of registering, as things are now: asked before a password is hashed for nothing. */
    Optional<RegisterOutcome> obstacle(Registration registration) {
        if (store.hasUsername(registration.username()) || reserved(registration.username())) {
            return Optional.of(new RegisterOutcome.UsernameTaken());
        }
        return store.hasEmail(registration.email()) ? Optional.of(new RegisterOutcome.EmailTaken()) : Optional.empty();
    }

    private boolean reserved(Username username) {
        return reservations.stream().anyMatch(reservation -> reservation.reserved(username));
    }

    /** Makes the account. Of several at once with the same name or address, one succeeds. */
    @Transactional
    RegisterOutcome register(Registration registration, @Nullable String passwordHash, boolean emailVerified) {
        // As exact as the database keeps it: what is told now is what is told later.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var account = new Account(
                new AccountId(ids.next()),
                registration.username(),
                registration.displayName(),
                registration.email(),
                registration.birthDate(),
                Set.of(),
                Account.State.ACTIVE,
                emailVerified ? now : null,
                "en",
                0,
                now);
        if (!store.insert(account)) {
            return obstacle(registration).orElseThrow(() -> new IllegalStateException("taken, and by nobody"));
        }
        if (passwordHash != null) {
            store.insertPassword(account.id(), passwordHash, now);
        }
        outbox.append(AccountEvents.registered(account));
        var contact = new Contact(account.id(), account.username(), account.email(), false, account.locale());
        newcomers.forEach(feature -> feature.arrived(contact));
        return new RegisterOutcome.Registered(account);
    }

    /** The account, whatever its state. */
    public Optional<Account> find(AccountId id) {
        return store.find(id);
    }

    /** The account, which nobody else changes until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Account> findForUpdate(AccountId id) {
        return store.findForUpdate(id);
    }

    /** By id, or by @username: the present one. */
    public Optional<Account> find(String reference) {
        if (reference.startsWith("@")) {
            return Username.find(reference.substring(1)).flatMap(store::find);
        }
        try {
            return store.find(AccountId.parse(reference));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Those of the accounts that there are. */
    public List<Account> findAll(Collection<AccountId> ids) {
        return ids.isEmpty() ? List.of() : store.findAll(ids);
    }
}

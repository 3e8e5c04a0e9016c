package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.user.accounts.Admission.Refusal;
import com.socialflow.user.accounts.Admission.Verdict.Refused;
import com.socialflow.user.accounts.Admission.Verdict.Welcome;
import com.socialflow.user.accounts.Registrations.RegisterOutcome;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Makes accounts. */
@Component
class Registrar {

    private final AccountStore store;
    private final Admission admission;
    private final Arrivals arrivals;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Registrar(AccountStore store, Admission admission, Arrivals arrivals, Outbox outbox, Ids ids, Clock clock) {
        this.store = store;
        this.admission = admission;
        this.arrivals = arrivals;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether the name is somebody's, or nobody's to have. */
    boolean hasUsername(Username username) {
        return store.hasUsername(username) || arrivals.reserved(username);
    }

    /** Makes the account. Of several at once with the same name, address or invitation, one succeeds. */
    @Transactional
    RegisterOutcome register(Registration registration, @Nullable String passwordHash, Origin origin) {
        return switch (admission.check(registration.application())) {
            case Refused(var why) -> new RegisterOutcome.NotAdmitted(why);
            case Welcome welcome -> make(registration, passwordHash, origin, welcome);
        };
    }

    private RegisterOutcome make(
            Registration registration, @Nullable String passwordHash, Origin origin, Welcome welcome) {
        var account = account(registration, origin, welcome);
        if (arrivals.reserved(account.username()) || !store.insert(account)) {
            return hasUsername(registration.username())
                    ? new RegisterOutcome.UsernameTaken()
                    : new RegisterOutcome.EmailTaken();
        }
        if (!admission.enter(account.id(), account.username(), welcome.waits(), registration.application())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new RegisterOutcome.NotAdmitted(Refusal.INVITE_INVALID);
        }
        if (passwordHash != null) {
            store.insertPassword(account.id(), passwordHash, account.createdAt());
        }
        if (registration.passkey() != null) {
            arrivals.enrol(account.id(), registration.passkey());
        }
        arrivals.arrived(account);
        if (!welcome.waits()) {
            outbox.append(AccountEvents.registered(account));
        }
        return new RegisterOutcome.Registered(account);
    }

    private Account account(Registration registration, Origin origin, Welcome welcome) {
        // As exact as the database keeps it: what is told now is what is told later.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Account(
                new AccountId(ids.next()),
                registration.username(),
                registration.displayName(),
                registration.email(),
                registration.birthDate(),
                welcome.roles(),
                welcome.waits() ? Account.State.AWAITING_APPROVAL : Account.State.ACTIVE,
                origin.emailVerified() ? now : null,
                registration.locale(),
                0,
                now);
    }
}

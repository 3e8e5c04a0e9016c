package com.socialflow.user.federation;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.user.accounts.ProvidedRegistrations;
import com.socialflow.user.accounts.ProvidedRegistrations.ProvidedForm;
import com.socialflow.user.accounts.ProvidedRegistrations.ProvidedOutcome;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Becoming an account through a provider. The account and who one is there begin together, or neither does. */
@Component
class FederatedAccounts {

    private final Envelopes envelopes;
    private final ProvidedRegistrations registrations;
    private final Identities identities;
    private final Clock clock;

    FederatedAccounts(Envelopes envelopes, ProvidedRegistrations registrations, Identities identities, Clock clock) {
        this.envelopes = envelopes;
        this.registrations = registrations;
        this.identities = identities;
        this.clock = clock;
    }

    /** What a try to register led to. */
    sealed interface JoinOutcome {
        record Joined(AccountId account) implements JoinOutcome {}

        /** Expired, used, or never one of ours. */
        record BadTicket() implements JoinOutcome {}

        record UsernameTaken() implements JoinOutcome {}

        /** The account of that address is not given to whoever says to have it: its owner links the provider. */
        record EmailTaken() implements JoinOutcome {}
    }

    /**
     * Registers whom the ticket is of.
     *
     * @throws Problem 422 when the form is not acceptable
     */
    @Transactional
    JoinOutcome join(FederatedForm form) {
        var ticket = Optional.ofNullable(form.ticket())
                .flatMap(text -> envelopes.open(text, Ticket.class))
                .filter(one -> clock.instant().getEpochSecond() < one.expiresAt())
                .orElse(null);
        if (ticket == null || identities.owner(ticket.asSubject()).isPresent()) {
            return new JoinOutcome.BadTicket();
        }
        var provided = ticket.email();
        var filled = new ProvidedForm(
                form.username(),
                provided == null ? form.email() : provided,
                form.birthDate(),
                form.displayName() == null ? ticket.name() : form.displayName(),
                form.invite(),
                form.reason());
        return switch (registrations.register(filled, provided != null && ticket.emailVerified())) {
            case ProvidedOutcome.Registered(var account) -> {
                if (identities.add(account, ticket.provider(), ticket.asSubject())) {
                    yield new JoinOutcome.Joined(account);
                }
                // Somebody used the same ticket at this moment.
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                yield new JoinOutcome.BadTicket();
            }
            case ProvidedOutcome.UsernameTaken() -> new JoinOutcome.UsernameTaken();
            case ProvidedOutcome.EmailTaken() -> new JoinOutcome.EmailTaken();
        };
    }
}

package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.Accounts.RegisterOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Becoming an account without a password: another provider proves who it is. */
@Component
public class ProvidedRegistrations {

    private final RegistrationRules rules;
    private final Accounts accounts;

    ProvidedRegistrations(RegistrationRules rules, Accounts accounts) {
        this.rules = rules;
        this.accounts = accounts;
    }

    /** What is known and filled in: anything yet. */
    public record ProvidedForm(
            @Nullable String username,
            @Nullable String email,
            @Nullable String birthDate,
            @Nullable String displayName) {}

    /** What a try to register led to. */
    public sealed interface ProvidedOutcome {
        record Registered(AccountId account) implements ProvidedOutcome {}

        record UsernameTaken() implements ProvidedOutcome {}

        record EmailTaken() implements ProvidedOutcome {}
    }

    /**
     * Registers whom the form describes.
     *
     * @param emailVerified whether the provider says that the address is the person's
     * @throws com.socialflow.core.Problem 422 when the form is not acceptable
     */
    public ProvidedOutcome register(ProvidedForm form, boolean emailVerified) {
        var registration = rules.read(form);
        var outcome =
                accounts.obstacle(registration).orElseGet(() -> accounts.register(registration, null, emailVerified));
        return switch (outcome) {
            case RegisterOutcome.Registered(var account) -> new ProvidedOutcome.Registered(account.id());
            case RegisterOutcome.UsernameTaken() -> new ProvidedOutcome.UsernameTaken();
            case RegisterOutcome.EmailTaken() -> new ProvidedOutcome.EmailTaken();
        };
    }
}

package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.Registrations.RegisterOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Becoming an account without a password: another provider proves who it is. */
@Component
public class ProvidedRegistrations {

    private final RegistrationRules rules;
    private final Registrar registrar;

    ProvidedRegistrations(RegistrationRules rules, Registrar registrar) {
        this.rules = rules;
        this.registrar = registrar;
    }

    /** What is known and filled in: anything yet. */
    public record ProvidedForm(
            @Nullable String username,
            @Nullable String email,
            @Nullable String birthDate,
            @Nullable String displayName,
            @Nullable String invite,
            @Nullable String reason) {}

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
     * @throws com.socialflow.core.Problem 422 when the form is not acceptable, or nobody is let in with it
     */
    public ProvidedOutcome register(ProvidedForm form, boolean emailVerified) {
        var origin = Origin.provider(emailVerified);
        var registration = rules.read(
                new RegistrationForm(
                        form.username(),
                        form.email(),
                        null,
                        null,
                        form.birthDate(),
                        form.displayName(),
                        null,
                        form.invite(),
                        form.reason()),
                origin);
        return switch (registrar.register(registration, null, origin)) {
            case RegisterOutcome.Registered(var account) -> new ProvidedOutcome.Registered(account.id());
            case RegisterOutcome.UsernameTaken() -> new ProvidedOutcome.UsernameTaken();
            case RegisterOutcome.EmailTaken() -> new ProvidedOutcome.EmailTaken();
            case RegisterOutcome.NotAdmitted(var why) -> throw why.problem();
            case RegisterOutcome.TooMany() -> throw new IllegalStateException("nobody counts here");
        };
    }
}

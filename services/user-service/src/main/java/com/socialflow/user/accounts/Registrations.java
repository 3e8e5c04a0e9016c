package com.socialflow.user.accounts;

import com.socialflow.platform.limits.Network;
import com.socialflow.user.accounts.Admission.Refusal;
import com.socialflow.user.accounts.Admission.Verdict.Refused;
import com.socialflow.user.passwords.Passwords;
import org.springframework.stereotype.Component;

/** Becoming an account. The password is hashed outside the transaction: it takes longer than everything in it. */
@Component
class Registrations {

    private final RegistrationRules rules;
    private final Admission admission;
    private final TakenAddresses addresses;
    private final Passwords passwords;
    private final Registrar registrar;

    Registrations(
            RegistrationRules rules,
            Admission admission,
            TakenAddresses addresses,
            Passwords passwords,
            Registrar registrar) {
        this.rules = rules;
        this.admission = admission;
        this.addresses = addresses;
        this.passwords = passwords;
        this.registrar = registrar;
    }

    /** What a try to register led to. */
    sealed interface RegisterOutcome {
        record Registered(Account account) implements RegisterOutcome {}

        record UsernameTaken() implements RegisterOutcome {}

        record EmailTaken() implements RegisterOutcome {}

        /** Too many addresses were found to be taken from there: nothing more is told. */
        record TooMany() implements RegisterOutcome {}

        record NotAdmitted(Refusal why) implements RegisterOutcome {}
    }

    /**
     * Registers whom the form describes.
     *
     * @param address of the network that the form came from
     * @throws com.socialflow.core.Problem 422 when the form is not acceptable
     */
    RegisterOutcome register(RegistrationForm form, String address) {
        var registration = rules.read(form, Origin.FORM);
        // Before anything is told of names and addresses, and before a password is hashed for nothing.
        if (admission.check(registration.application()) instanceof Refused(var why)) {
            return new RegisterOutcome.NotAdmitted(why);
        }
        if (registrar.hasUsername(registration.username())) {
            return new RegisterOutcome.UsernameTaken();
        }
        return switch (addresses.ask(registration.email(), Network.of(address))) {
            case TOO_MANY -> new RegisterOutcome.TooMany();
            case TAKEN -> new RegisterOutcome.EmailTaken();
            case FREE -> {
                var password = registration.password();
                yield registrar.register(registration, password == null ? null : passwords.hash(password), Origin.FORM);
            }
        };
    }
}

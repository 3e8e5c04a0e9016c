package com.socialflow.user.accounts;

import com.socialflow.platform.limits.Network;
import com.socialflow.user.accounts.Admission.Refusal;
import com.socialflow.user.accounts.Admission.Verdict.Refused;
import com.socialflow.user.passwords.Passwords;
import org.springframework.stereotype.Component;

/** Becoming an account. The password is hashed outside the transaction: it takes longer than everything in it. */
@Component
public class Registrations {

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

    /**
     * Where a form comes from, and what is known beside it.
     *
     * @param network of the request
     * @param parentConsented whether a parent agreed, who may then be of any age
     * @param identified whether another provider proves who it is, so that there is no password
     * @param emailVerified whether it is certain that the address is the person's
     */
    public record Origin(String network, boolean parentConsented, boolean identified, boolean emailVerified) {

        /** Anybody who fills in the form. */
        public static Origin form(String address) {
            return new Origin(Network.of(address), false, false, false);
        }

        /** A parent who has agreed, for a child of any age. */
        public static Origin parent(String address) {
            return new Origin(Network.of(address), true, false, false);
        }

        /** Somebody whom another provider knows, by an address that it vouches for or not. */
        public static Origin provider(String address, boolean emailVerified) {
            return new Origin(Network.of(address), false, true, emailVerified);
        }
    }

    /** What a try to register led to. */
    public sealed interface RegisterOutcome {
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
     * @throws com.socialflow.core.Problem 422 when the form is not acceptable
     */
    public RegisterOutcome register(RegistrationForm form, Origin origin) {
        var registration = rules.read(form, origin);
        // Before anything is told of names and addresses, and before a password is hashed for nothing.
        if (admission.check(registration.application()) instanceof Refused(var why)) {
            return new RegisterOutcome.NotAdmitted(why);
        }
        if (registrar.hasUsername(registration.username())) {
            return new RegisterOutcome.UsernameTaken();
        }
        return switch (addresses.ask(registration.email(), origin.network())) {
            case TOO_MANY -> new RegisterOutcome.TooMany();
            case TAKEN -> new RegisterOutcome.EmailTaken();
            case FREE -> {
                var password = registration.password();
                yield registrar.register(registration, password == null ? null : passwords.hash(password), origin);
            }
        };
    }
}

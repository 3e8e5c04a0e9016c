package com.socialflow.user.accounts;

import com.socialflow.user.accounts.Accounts.RegisterOutcome;
import com.socialflow.user.passwords.Passwords;
import org.springframework.stereotype.Component;

/** Becoming an account. The password is hashed outside the transaction: it takes longer than everything in it. */
@Component
class Registrations {

    private final RegistrationRules rules;
    private final Passwords passwords;
    private final Accounts accounts;

    Registrations(RegistrationRules rules, Passwords passwords, Accounts accounts) {
        this.rules = rules;
        this.passwords = passwords;
        this.accounts = accounts;
    }

    /**
     * Registers whom the form describes.
     *
     * @throws com.socialflow.core.Problem 422 when the form is not acceptable
     */
    RegisterOutcome register(RegistrationForm form) {
        var registration = rules.read(form);
        var obstacle = accounts.obstacle(registration);
        return obstacle.isPresent()
                ? obstacle.get()
                : accounts.register(registration, passwords.hash(registration.password()), false);
    }
}

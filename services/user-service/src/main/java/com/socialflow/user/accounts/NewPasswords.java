package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.user.passwords.PasswordRules;
import com.socialflow.user.passwords.Passwords;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Another password in place of one. Hashing takes long: it is done before a transaction begins. */
@Component
public class NewPasswords {

    private final PersonStore store;
    private final PasswordRules rules;
    private final Passwords passwords;
    private final Clock clock;

    NewPasswords(PersonStore store, PasswordRules rules, Passwords passwords, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * The hash of a password that this person may have; where it had to be changed, of another one.
     *
     * @throws Problem 422 when the password is not acceptable; 503 when too many are being hashed
     */
    public String hash(Person person, String password) {
        var mailbox = person.email().substring(0, person.email().indexOf('@'));
        var checked = rules.check(password, List.of("socialflow", person.username(), mailbox));
        if (person.mustChangePassword() && passwords.matches(checked, store.hash(person.id()))) {
            throw Problem.invalid("password", "unchanged", "this is the password that has to be changed");
        }
        return passwords.hash(checked);
    }

    /** Whether this is the account's password. */
    public boolean matches(AccountId account, String password) {
        return passwords.matches(password, store.hash(account));
    }

    /** Sets the password, in the present transaction, also of an account that had none. */
    public void set(AccountId account, String hash) {
        store.replacePassword(account, hash, clock.instant());
    }
}

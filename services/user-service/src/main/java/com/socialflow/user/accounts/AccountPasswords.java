package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.user.accounts.PasswordStore.Kept;
import com.socialflow.user.passwords.PasswordRules;
import com.socialflow.user.passwords.Passwords;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passwords of accounts that there are: choosing another, and having to. */
@Component
public class AccountPasswords {

    private final PasswordStore store;
    private final ContactStore contacts;
    private final PasswordRules rules;
    private final Passwords passwords;
    private final Clock clock;

    AccountPasswords(
            PasswordStore store, ContactStore contacts, PasswordRules rules, Passwords passwords, Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.rules = rules;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Whether the account has a password: others sign in with passkeys, or at another provider. */
    public boolean has(AccountId account) {
        return store.find(account).isPresent();
    }

    /** Whether nothing but a change of the password is allowed with it. */
    public boolean mustChange(AccountId account) {
        return store.find(account).map(Kept::mustChange).orElse(false);
    }

    /**
     * Whether this is the password. Takes as long when there is none.
     *
     * @throws Problem 503 when too many passwords are being checked
     */
    public boolean matches(AccountId account, String password) {
        return passwords.matches(password, store.find(account).map(Kept::hash));
    }

    /**
     * The hash of a new password, for {@link #replace}. Outside a transaction: it takes longer than everything in one.
     *
     * @throws Problem 422 when the account may not have it, 503 when too many passwords are being hashed
     */
    public String hash(AccountId account, String password) {
        var contact = contacts.find(account).orElseThrow(() -> Problem.notFound("account"));
        rules.check(
                password,
                List.of(
                        RegistrationRules.SERVICE,
                        contact.username().value(),
                        contact.email().mailbox()));
        if (mustChange(account) && matches(account, password)) {
            throw Problem.invalid("password", "unchanged", "somebody else may know this one: choose another");
        }
        return passwords.hash(password);
    }

    /** Gives the account the password of the hash. */
    @Transactional
    public void replace(AccountId account, String hash) {
        store.replace(account, hash, clock.instant());
    }
}

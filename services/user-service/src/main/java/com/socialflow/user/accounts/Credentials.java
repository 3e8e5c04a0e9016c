package com.socialflow.user.accounts;

import com.socialflow.user.passwords.Passwords;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Proving to be somebody, by a password. */
@Component
public class Credentials {

    private final AccountStore store;
    private final Passwords passwords;

    Credentials(AccountStore store, Passwords passwords) {
        this.store = store;
        this.passwords = passwords;
    }

    /** Whom this username or email address names. */
    public Optional<Credential> find(String login) {
        var text = login.strip();
        return text.contains("@")
                ? Email.find(text).flatMap(store::findCredential)
                : Username.find(text).flatMap(store::findCredential);
    }

    /**
     * What follows when this is the password, done at once ({@link Passwords#whenRight}). Without a credential the
     * answer is empty, and takes as long.
     *
     * @throws com.socialflow.core.Problem 503 when too many passwords are being checked
     */
    public <T> Optional<T> whenRight(Optional<Credential> credential, String password, Supplier<T> then) {
        var done = passwords.whenRight(password, credential.map(Credential::hash), then);
        if (done.isPresent()) {
            credential
                    .filter(known -> passwords.outdated(known.hash()))
                    .ifPresent(known -> store.replaceHash(known.account(), known.hash(), passwords.hash(password)));
        }
        return done;
    }
}

package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom an account belongs to. */
@Component
public class People {

    private final PersonStore store;

    People(PersonStore store) {
        this.store = store;
    }

    /** The person of the account; empty when it is gone. */
    public Optional<Person> find(AccountId account) {
        return store.find(account);
    }

    /** When the person's password was set; empty without one. */
    public Optional<Instant> passwordChangedAt(AccountId account) {
        return store.passwordChangedAt(account);
    }
}

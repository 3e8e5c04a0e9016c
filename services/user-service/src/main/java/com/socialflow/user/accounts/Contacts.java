package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How to reach people. */
@Component
public class Contacts {

    /** Administrators that one message goes to. */
    private static final int ADMINISTRATORS_MAX = 10;

    private final ContactStore store;
    private final Clock clock;

    Contacts(ContactStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Optional<Contact> find(AccountId account) {
        return store.find(account);
    }

    /** Whom this username or email address names. */
    public Optional<Contact> find(String login) {
        var text = login.strip();
        return text.contains("@")
                ? Email.find(text).flatMap(store::find)
                : Username.find(text).flatMap(store::find);
    }

    /** Whose address it is. */
    public Optional<Contact> find(Email email) {
        return store.find(email);
    }

    public List<Contact> administrators() {
        return store.withRole("admin", ADMINISTRATORS_MAX);
    }

    /** Notes that the address is the person's; false when the account has another one by now. */
    @Transactional
    public boolean verify(AccountId account, Email email) {
        return store.verify(account, email, clock.instant());
    }

    /**
     * Gives the account another address, which its person has proven to have.
     *
     * @throws Problem 409 {@code email-taken} when somebody else got it at this very moment
     */
    @Transactional
    public void change(AccountId account, Email email) {
        try {
            store.change(account, email, clock.instant());
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("email-taken", "there is an account with this email address");
        }
    }
}

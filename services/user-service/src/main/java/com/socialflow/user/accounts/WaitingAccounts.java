package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import com.socialflow.platform.messaging.Outbox;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts that wait for approval. Other services hear of one when it is approved, never of one that is not. */
@Component
public class WaitingAccounts {

    private final ContactStore contacts;
    private final AccountStore accounts;
    private final Outbox outbox;

    WaitingAccounts(ContactStore contacts, AccountStore accounts, Outbox outbox) {
        this.contacts = contacts;
        this.accounts = accounts;
        this.outbox = outbox;
    }

    /** Lets somebody in; empty when nobody of this id waits. */
    @Transactional
    public Optional<Contact> approve(AccountId id) {
        if (!contacts.approve(id)) {
            return Optional.empty();
        }
        accounts.find(id).map(AccountEvents::registered).ifPresent(outbox::append);
        return contacts.find(id);
    }

    /** Deletes the account: its name and address are free again. Empty when nobody of this id waits. */
    @Transactional
    public Optional<Contact> reject(AccountId id) {
        var contact = contacts.find(id);
        return contacts.reject(id) ? contact : Optional.empty();
    }
}

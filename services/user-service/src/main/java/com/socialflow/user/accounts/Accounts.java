package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who there is. */
@Component
class Accounts {

    private final AccountStore store;

    Accounts(AccountStore store) {
        this.store = store;
    }

    Optional<Account> find(AccountId id) {
        return store.find(id);
    }

    /** By id, or by @username. */
    Optional<Account> find(String reference) {
        if (reference.startsWith("@")) {
            return Username.find(reference.substring(1)).flatMap(store::find);
        }
        try {
            return store.find(AccountId.parse(reference));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Those of the accounts that there are. */
    List<Account> findAll(Collection<AccountId> ids) {
        return ids.isEmpty() ? List.of() : store.findAll(ids);
    }
}

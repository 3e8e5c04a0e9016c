package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who there is. */
@Component
public class Accounts {

    private final AccountStore store;

    Accounts(AccountStore store) {
        this.store = store;
    }

    /** The account, whatever its state. */
    public Optional<Account> find(AccountId id) {
        return store.find(id);
    }

    /** The account, which nobody else changes until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Account> findForUpdate(AccountId id) {
        return store.findForUpdate(id);
    }

    /** By id, or by @username: the present one. */
    public Optional<Account> find(String reference) {
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
    public List<Account> findAll(Collection<AccountId> ids) {
        return ids.isEmpty() ? List.of() : store.findAll(ids);
    }

    /** Those of the names that somebody has now. */
    public List<Account> findAllNamed(Collection<Username> names) {
        return names.isEmpty() ? List.of() : store.findAllNamed(names);
    }
}

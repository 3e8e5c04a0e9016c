package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import org.springframework.stereotype.Component;

/** A password, as a way to sign in. */
@Component
class PasswordWay implements WayIn {

    private final PasswordWayStore store;

    PasswordWay(PasswordWayStore store) {
        this.store = store;
    }

    @Override
    public int count(AccountId account) {
        return store.hasPassword(account) ? 1 : 0;
    }
}

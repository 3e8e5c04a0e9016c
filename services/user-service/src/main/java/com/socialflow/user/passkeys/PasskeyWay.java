package com.socialflow.user.passkeys;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.WayIn;
import org.springframework.stereotype.Component;

/** Passkeys, as ways to sign in. */
@Component
class PasskeyWay implements WayIn {

    private final PasskeyStore store;

    PasskeyWay(PasskeyStore store) {
        this.store = store;
    }

    @Override
    public int count(AccountId account) {
        return store.findAll(account).size();
    }
}

package com.socialflow.user.federation;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.WayIn;
import org.springframework.stereotype.Component;

/** Other providers, as ways to sign in. */
@Component
class IdentityWay implements WayIn {

    private final IdentityStore store;

    IdentityWay(IdentityStore store) {
        this.store = store;
    }

    @Override
    public int count(AccountId account) {
        return store.of(account).size();
    }
}

package com.socialflow.user.passkeys;

import com.socialflow.core.AccountId;
import com.socialflow.user.sessions.SecondFactor;
import org.springframework.stereotype.Component;

/** A passkey beside a password. Having one demands nothing: it is a better way in, not yet the only one. */
@Component
class PasskeyFactor implements SecondFactor {

    private final PasskeyStore store;

    PasskeyFactor(PasskeyStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "passkey";
    }

    @Override
    public boolean has(AccountId account) {
        return store.any(account);
    }
}

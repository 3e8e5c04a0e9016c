package com.socialflow.user.profiles;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.Account;

/** An account, and what its person says. */
record Person(Account account, Profile profile) {

    AccountId id() {
        return account.id();
    }

    /** Whether anybody else is to see the person: not when suspended, not let in yet, or leaving. */
    boolean visible() {
        return account.state() == Account.State.ACTIVE;
    }
}

package com.socialflow.user.accounts;

import com.socialflow.proto.user.v1.AccountRegistered;

/** What other services hear of accounts. */
final class AccountEvents {

    private AccountEvents() {}

    static AccountRegistered registered(Account account) {
        return AccountRegistered.newBuilder()
                .setAccount(account.id().value())
                .setUsername(account.username().value())
                .build();
    }
}

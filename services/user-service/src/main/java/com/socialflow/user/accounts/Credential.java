package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;

/** An account and the hash of its password. */
public record Credential(AccountId account, String hash) {

    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "Credential[account=%s]".formatted(account);
    }
}

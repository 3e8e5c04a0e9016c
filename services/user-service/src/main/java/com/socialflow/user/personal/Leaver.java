package com.socialflow.user.personal;

import com.socialflow.core.AccountId;

/** Somebody who is being erased, under every name that something may be kept by. */
public record Leaver(AccountId account, String username, String email, String locale) {

    /** Keeps names out of logs. */
    @Override
    public String toString() {
        return "Leaver[account=%s]".formatted(account);
    }
}

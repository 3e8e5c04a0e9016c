package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;

/**
 * Somebody as the rest of identity sees him or her.
 *
 * @param locale a BCP 47 tag
 * @param mustChangePassword whether somebody else may know the password; false without one
 */
public record Person(
        AccountId id,
        String username,
        String displayName,
        String email,
        String locale,
        Standing standing,
        boolean mustChangePassword) {

    /** Whether somebody may come in. */
    public enum Standing {
        WELCOME,
        AWAITING_APPROVAL,
        SUSPENDED
    }

    /** Keeps the address out of logs. */
    @Override
    public String toString() {
        return "Person[id=%s]".formatted(id);
    }
}

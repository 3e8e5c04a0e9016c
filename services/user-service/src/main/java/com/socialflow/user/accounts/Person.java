package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;

/**
 * Somebody as the rest of identity sees him or her.
 *
 * @param locale a BCP 47 tag
 * @param mustChangePassword whether somebody else may know the password; false without one
 * @param demandsFactor whether a password alone lets nobody in: there is an authenticator app. A passkey demands
 *     nothing, it is a better way in, not yet the only one; recovery codes stand in for what demands
 */
public record Person(
        AccountId id,
        String username,
        String displayName,
        String email,
        String locale,
        Standing standing,
        boolean mustChangePassword,
        boolean demandsFactor) {

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

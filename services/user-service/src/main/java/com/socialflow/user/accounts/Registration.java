package com.socialflow.user.accounts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may become an account, if the name and the address are free.
 *
 * @param password null: a passkey, or another provider, proves who it is
 * @param invite the code of an invitation
 * @param reason why somebody wants in, where somebody else decides
 */
record Registration(
        Username username,
        Email email,
        @Nullable String password,
        @Nullable PasskeyAnswer passkey,
        LocalDate birthDate,
        DisplayName displayName,
        String locale,
        @Nullable String invite,
        @Nullable String reason) {

    Admission.Application application() {
        return new Admission.Application(email, invite, reason);
    }

    /** Keeps the password and the invitation out of logs. */
    @Override
    public String toString() {
        return "Registration[username=%s]".formatted(username);
    }
}

package com.socialflow.user.federation;

import org.jspecify.annotations.Nullable;

/**
 * What somebody fills in whom a provider sent: anything yet.
 *
 * @param email only asked for when the provider told none
 * @param invite the code of an invitation
 * @param reason why somebody wants in, where somebody decides
 */
record FederatedForm(
        @Nullable String ticket,
        @Nullable String username,
        @Nullable String email,
        @Nullable String birthDate,
        @Nullable String displayName,
        @Nullable String invite,
        @Nullable String reason) {

    /** Keeps the ticket out of logs. */
    @Override
    public String toString() {
        return "FederatedForm[username=%s]".formatted(username);
    }
}

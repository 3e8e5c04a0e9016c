package com.socialflow.user.accounts;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What somebody sends to register: anything yet. A password or a passkey, not both. */
public record RegistrationForm(
        @Nullable String username,
        @Nullable String email,
        @Nullable String password,
        @Nullable Passkey passkey,
        @Nullable String birthDate,
        @Nullable String displayName,
        @Nullable String locale,
        @Nullable String invite,
        @Nullable String reason) {

    /** An answer of an authenticator: of any shape yet. */
    public record Passkey(
            @Nullable String ceremony, @Nullable JsonNode credential) {}

    /** Keeps the password and the invitation out of logs. */
    @Override
    public String toString() {
        return "RegistrationForm[username=%s]".formatted(username);
    }
}

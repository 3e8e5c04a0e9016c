package com.socialflow.user.accounts;

import org.jspecify.annotations.Nullable;

/** What somebody sends to register: anything yet. */
record RegistrationForm(
        @Nullable String username,
        @Nullable String email,
        @Nullable String password,
        @Nullable String birthDate,
        @Nullable String displayName) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "RegistrationForm[username=%s]".formatted(username);
    }
}

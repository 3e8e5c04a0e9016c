package com.socialflow.user.federation;

import org.jspecify.annotations.Nullable;

/**
 * Somebody, as a provider knows him or her.
 *
 * @param value the same for ever at this issuer, and to nobody else's liking
 * @param emailVerified whether the issuer says that the address is the person's
 */
record Subject(
        String issuer,
        String value,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String name) {

    /** What tells it from others. */
    String label() {
        if (email != null) {
            return email;
        }
        return name == null ? value : name;
    }

    /** Keeps the person out of logs. */
    @Override
    public String toString() {
        return "Subject[issuer=%s]".formatted(issuer);
    }
}

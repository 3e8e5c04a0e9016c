package com.socialflow.user.federation;

import org.jspecify.annotations.Nullable;

/**
 * A sign-in that a browser began, kept in its cookie until the provider sends it back.
 *
 * @param state ties the provider's answer to this browser
 * @param nonce ties the ID token to this request
 * @param verifier ties the code to us (RFC 7636)
 * @param next where the person wants to go afterwards, within our pages
 * @param session who wants to sign in here in this way too from now on; null: somebody wants to sign in
 * @param expiresAt epoch seconds
 */
record Attempt(
        String provider,
        String state,
        String nonce,
        String verifier,
        String next,
        @Nullable String session,
        long expiresAt) {

    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return "Attempt[provider=%s]".formatted(provider);
    }
}

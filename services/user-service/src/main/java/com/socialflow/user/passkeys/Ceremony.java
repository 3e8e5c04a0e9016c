package com.socialflow.user.passkeys;

import com.socialflow.core.AccountId;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a browser was asked to do, to compare its answer with.
 *
 * @param account whose key it is about; null: nobody's yet
 * @param username whom a key of a new account is for
 * @param challenge what the authenticator signs
 * @param userHandle what a new key's authenticator is to call the person
 * @param origin which page asks, and no other may
 */
record Ceremony(
        Purpose purpose,
        @Nullable AccountId account,
        @Nullable String username,
        byte[] challenge,
        byte @Nullable [] userHandle,
        String origin) {

    /** How long somebody may look for a key. */
    static final Duration LIFETIME = Duration.ofMinutes(5);

    /** What it is for. What was begun for one purpose is not ended for another. */
    enum Purpose {
        /** Another key of somebody who is signed in. */
        ENROL,
        /** The first key of an account that is not there yet. */
        REGISTER,
        /** Proving to be somebody. */
        SHOW;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Purpose of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** To whom keys belong: the host that people see. */
    String relyingParty() {
        return URI.create(origin).getHost();
    }
}

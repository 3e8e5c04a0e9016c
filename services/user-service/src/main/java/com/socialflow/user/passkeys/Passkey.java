package com.socialflow.user.passkeys;

import static com.socialflow.core.Require.require;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.user.sessions.Methods;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key pair of which the person has the private half.
 *
 * @param userHandle what authenticators call the person: random, and the same for all passkeys of an account
 * @param key the public half
 * @param lastUsedAt null: not since it was made
 */
record Passkey(
        PasskeyId id,
        AccountId account,
        byte[] userHandle,
        Key key,
        String name,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {

    /** Of an account. */
    static final int PASSKEYS_MAX = 20;

    /** Characters. */
    static final int NAME_MAX = 50;

    static final String UNNAMED = "Passkey";

    /** At most (Web Authentication, section 4, credential id). */
    private static final int CREDENTIAL_ID_BYTES_MAX = 1_023;

    /**
     * What is known of the key.
     *
     * @param credentialId what its authenticator finds it by
     * @param attested authenticator model, id and public key, as the authenticator wrote them (section 6.5.1)
     * @param signCount how often it was used, as far as the authenticator counts; 0: it doesn't
     * @param transports how browsers reach it
     * @param backupEligible whether its owner's devices may share it
     * @param backedUp whether they do
     */
    record Key(
            byte[] credentialId,
            byte[] attested,
            long signCount,
            List<String> transports,
            boolean backupEligible,
            boolean backedUp) {

        Key {
            require(
                    credentialId.length > 0 && credentialId.length <= CREDENTIAL_ID_BYTES_MAX,
                    "a credential id has 1 to %d bytes",
                    CREDENTIAL_ID_BYTES_MAX);
            transports = List.copyOf(transports);
        }
    }

    /** How using it counts: one that its devices share is no hardware any more. */
    String method() {
        return key.backupEligible() ? Methods.SOFTWARE_KEY : Methods.HARDWARE_KEY;
    }

    /**
     * A name for people; one that is left out is {@link #UNNAMED}.
     *
     * @throws Problem 422 when it is too long or not readable
     */
    static String name(@Nullable String text) {
        if (text == null) {
            return UNNAMED;
        }
        var name = text.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > NAME_MAX) {
            throw Problem.invalid("name", "wrong-length", "a name has 1 to %d characters", NAME_MAX);
        }
        if (name.codePoints()
                .anyMatch(point -> Character.isISOControl(point)
                        || Character.getType(point) == Character.FORMAT
                        || Character.getType(point) == Character.SURROGATE)) {
            throw Problem.invalid("name", "malformed", "a name has no control characters");
        }
        return name;
    }
}

package com.socialflow.user.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.socialflow.platform.secrets.Envelopes;
import com.socialflow.platform.secrets.UnknownKeyException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Closes private keys for keeping in the database: in an envelope of the key service, bound to the key's id. */
@Component
class KeySeal {

    private final Envelopes envelopes;

    KeySeal(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    byte[] close(String text, String id) {
        return envelopes.close(purpose(id), text.getBytes(UTF_8));
    }

    /** What was closed; empty when it was closed under another secret. */
    Optional<String> open(byte[] sealed, String id) {
        try {
            return envelopes.open(purpose(id), sealed).map(text -> new String(text, UTF_8));
        } catch (UnknownKeyException e) {
            return Optional.empty();
        }
    }

    /** The same under the present key-encryption key; empty when it is so already, or can't be. */
    Optional<byte[]> renewed(byte[] sealed, String id) {
        try {
            return envelopes.renewed(purpose(id), sealed);
        } catch (UnknownKeyException e) {
            return Optional.empty();
        }
    }

    private static String purpose(String id) {
        return "signing-key:" + id;
    }
}

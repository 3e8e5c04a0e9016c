package com.socialflow.user.mail;

import com.socialflow.platform.secrets.Envelopes;
import com.socialflow.platform.secrets.UnknownKeyException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Closes messages for the days that they lie in the database: in an envelope of the key service, bound to the message.
 * Who reads the tables or a backup of them finds no address and no link.
 */
@Component
class MailSeal {

    private final Envelopes envelopes;

    MailSeal(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    byte[] close(byte[] open, String part, long message) {
        return envelopes.close(purpose(part, message), open);
    }

    /** What was closed; empty when the key that closed it is not known any more. */
    Optional<byte[]> open(byte[] sealed, String part, long message) {
        try {
            return envelopes.open(purpose(part, message), sealed);
        } catch (UnknownKeyException e) {
            return Optional.empty();
        }
    }

    private static String purpose(String part, long message) {
        return "mail-%s:%d".formatted(part, message);
    }
}

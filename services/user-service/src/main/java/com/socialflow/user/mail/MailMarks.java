package com.socialflow.user.mail;

import com.socialflow.platform.secrets.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/** Tells addresses apart without showing them: a hash under a key, for addresses can be guessed. */
@Component
class MailMarks {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    MailMarks(MasterKey secret) {
        this.key = secret.derive("mail-address", ALGORITHM);
    }

    /** The same for an address however it is written. */
    byte[] of(String address) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package com.socialflow.user.mail;

import com.socialflow.platform.secrets.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Closes messages for the days that they lie in the database: AES-256-GCM under the installation's secret, bound to the
 * message. Who reads the tables or a backup of them finds no address and no link.
 */
@Component
class MailSeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random;

    MailSeal(MasterKey secret, SecureRandom secureRandom) {
        this.key = secret.derive("mail", "AES");
        this.random = secureRandom;
    }

    byte[] close(byte[] open, String place) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var closed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(open);
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
            System.arraycopy(closed, 0, sealed, NONCE_BYTES, closed.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was closed there; empty when it was closed under another secret. */
    Optional<byte[]> open(byte[] sealed, String place) {
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), place);
            return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

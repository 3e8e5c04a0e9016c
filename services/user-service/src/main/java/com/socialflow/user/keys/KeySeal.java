package com.socialflow.user.keys;

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
 * Closes private keys for keeping in the database: AES-256-GCM under the installation's secret, bound to the key's id.
 */
@Component
class KeySeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random;

    KeySeal(MasterKey secret, SecureRandom secureRandom) {
        this.key = secret.derive("signing-keys", "AES");
        this.random = secureRandom;
    }

    byte[] close(String text, String id) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var closed = cipher(Cipher.ENCRYPT_MODE, nonce, id).doFinal(text.getBytes(StandardCharsets.UTF_8));
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
            System.arraycopy(closed, 0, sealed, NONCE_BYTES, closed.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was closed; empty when it was closed under another secret. */
    Optional<String> open(byte[] sealed, String id) {
        try {
            var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            var text = cipher(Cipher.DECRYPT_MODE, nonce, id).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String id) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

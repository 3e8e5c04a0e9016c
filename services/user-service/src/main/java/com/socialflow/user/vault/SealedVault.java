package com.socialflow.user.vault;

import com.socialflow.core.AccountId;
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

/** Closes everything under one key of the installation. */
@Component
class SealedVault implements PersonalVault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random;

    SealedVault(MasterKey secret, SecureRandom secureRandom) {
        this.key = secret.derive("personal", "AES");
        this.random = secureRandom;
    }

    @Override
    public byte[] close(AccountId account, String purpose, byte[] open) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var closed = cipher(Cipher.ENCRYPT_MODE, nonce, account, purpose).doFinal(open);
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
            System.arraycopy(closed, 0, sealed, NONCE_BYTES, closed.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<byte[]> open(AccountId account, String purpose, byte[] closed) {
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(closed, NONCE_BYTES), account, purpose);
            return Optional.of(cipher.doFinal(closed, NONCE_BYTES, closed.length - NONCE_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one key is everybody's. */
    @Override
    public void destroy(AccountId account) {}

    private Cipher cipher(int mode, byte[] nonce, AccountId account, String purpose) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((account + ":" + purpose).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

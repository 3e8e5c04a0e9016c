package com.socialflow.user.parents;

import com.socialflow.platform.secrets.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Tokens in letters to parents. The first one carries the address that it was sent to, sealed: until the parent answers
 * nothing has to be kept of either.
 */
@Component
class ParentalTokens {

    /** Characters: a sealed address of 254 bytes has fewer. */
    private static final int LENGTH_MAX = 500;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SECRET_BYTES = 32;
    private static final String MAC = "HmacSHA256";

    private final SecretKey sealKey;
    private final SecretKey hashKey;
    private final SecureRandom random;

    ParentalTokens(MasterKey secret, SecureRandom secureRandom) {
        this.sealKey = secret.derive("parental-token", "AES");
        this.hashKey = secret.derive("parental-address", MAC);
        this.random = secureRandom;
    }

    /** A new token, another one each time, that carries the address. */
    String seal(String address) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var closed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(address.getBytes(StandardCharsets.UTF_8));
            var token = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
            System.arraycopy(closed, 0, token, NONCE_BYTES, closed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address in the token; empty when it is none of ours. */
    Optional<String> open(String token) {
        if (token.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES));
            var open = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return Optional.of(new String(open, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealKey, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /** A new token that carries nothing. */
    String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What the database knows of a token. */
    byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the database knows of an address: under a key, for addresses can be guessed. */
    byte[] addressHash(String address) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(hashKey);
            return mac.doFinal(address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

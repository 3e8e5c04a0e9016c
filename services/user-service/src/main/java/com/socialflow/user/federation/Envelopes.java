package com.socialflow.user.federation;

import com.socialflow.platform.secrets.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What travels through a browser and comes back: readable and made by this installation alone (AES-GCM). */
@Component
class Envelopes {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Characters; ours have a fourth of it. */
    private static final int LENGTH_MAX = 4_096;

    private final SecretKey key;
    private final SecureRandom random;
    private final JsonMapper json;

    Envelopes(MasterKey master, SecureRandom secureRandom, JsonMapper json) {
        this.key = master.derive("federation", "AES");
        this.random = secureRandom;
        this.json = json;
    }

    /** So many random bytes, in letters that an address may have. */
    String random(int bytes) {
        var drawn = new byte[bytes];
        random.nextBytes(drawn);
        return text(drawn);
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Closes it. What was closed as one thing does not open as another. */
    String close(Object content) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var closed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, content.getClass()).doFinal(json.writeValueAsBytes(content));
            var envelope = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
            System.arraycopy(closed, 0, envelope, NONCE_BYTES, closed.length);
            return text(envelope);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was closed; empty when it is not ours, or something else. */
    <T> Optional<T> open(String text, Class<T> kind) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            var envelope = Base64.getUrlDecoder().decode(text);
            if (envelope.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            var content = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(envelope, NONCE_BYTES), kind)
                    .doFinal(envelope, NONCE_BYTES, envelope.length - NONCE_BYTES);
            return Optional.of(json.readValue(content, kind));
        } catch (IllegalArgumentException | GeneralSecurityException | JacksonException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, Class<?> kind) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(kind.getSimpleName().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

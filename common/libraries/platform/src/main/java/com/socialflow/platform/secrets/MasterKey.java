package com.socialflow.platform.secrets;

import static com.socialflow.core.Require.require;

import com.socialflow.platform.PlatformSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret that all processes of an installation share: from the configuration, or else from a file under the
 * data directory that the first start writes and only its owner reads. Never used itself: each purpose has a key of its
 * own, derived from it (HKDF, RFC 5869).
 */
public class MasterKey {

    static final int BYTES = 32;

    private final byte[] secret;
    private final List<byte[]> previous = new ArrayList<>();

    MasterKey(SecretSettings settings, PlatformSettings platform, SecureRandom random) {
        var configured = settings.masterKey();
        var files = new KeyFiles(platform.data().resolve("keys"), random);
        this.secret = configured.isEmpty()
                ? decoded(files.current(), files.toString())
                : decoded(configured, "socialflow.secrets.master-key");
        for (var key : settings.previousMasterKeys()) {
            previous.add(decoded(key, "socialflow.secrets.previous-master-keys"));
        }
        for (var key : files.previous()) {
            previous.add(decoded(key, files.toString()));
        }
    }

    /** The key of a purpose, such as {@code playback-token}; always the same for the same purpose. 256 bits. */
    public SecretKey derive(String purpose, String algorithm) {
        return derive(secret, purpose, algorithm);
    }

    /** The key of a purpose as the master keys before this one, or after it, give it. */
    List<SecretKey> derivePrevious(String purpose, String algorithm) {
        return previous.stream().map(key -> derive(key, purpose, algorithm)).toList();
    }

    private static SecretKey derive(byte[] secret, String purpose, String algorithm) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(new SecretKeySpec(secret, "Generic"))
                    .thenExpand(("socialflow " + purpose).getBytes(StandardCharsets.UTF_8), BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String text, String where) {
        try {
            var bytes = Base64.getDecoder().decode(text.strip());
            require(bytes.length == BYTES, "the master key of %s has %d bytes, not %d", where, bytes.length, BYTES);
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("%s is not 32 bytes in base 64".formatted(where), e);
        }
    }
}

package com.socialflow.platform.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;

/** A key-encryption key in this process' memory: derived from a master key. */
final class LocalKey implements KeyEncryptionKey {

    static final String PURPOSE = "key-encryption";

    /** Of the fingerprint: no installation has so many keys that two have the same. */
    private static final int ID_BYTES = 8;

    private final String id;
    private final Aead aead;

    LocalKey(SecretKey key) {
        this.id = "local:" + fingerprint(key.getEncoded());
        this.aead = AesGcm.of(key.getEncoded());
    }

    private static String fingerprint(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("socialflow key id".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(key), 0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Generated generate(String context) {
        var key = SecretBytes.randomBytes(AesGcm.KEY_BYTES).toByteArray(InsecureSecretKeyAccess.get());
        return new Generated(key, wrap(key, context));
    }

    @Override
    public byte[] wrap(byte[] key, String context) {
        try {
            return aead.encrypt(key, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<byte[]> unwrap(byte[] wrapped, String context) {
        try {
            return Optional.of(aead.decrypt(wrapped, context.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}

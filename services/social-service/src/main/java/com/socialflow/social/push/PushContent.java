package com.socialflow.social.push;

import static com.socialflow.core.Require.require;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what a device is told, so that the push service does not read it: RFC 8291 with RFC 8188's aes128gcm. */
final class PushContent {

    /** RFC 8291, section 4: a message fits into one record of 4,096 bytes, of which header and tag take 103. */
    static final int BYTES_MAX = 3_993;

    static final int SALT_LENGTH = 16;
    static final int AUTH_LENGTH = 16;

    private static final int RECORD_SIZE = 4_096;
    private static final int KEY_LENGTH = 16;
    private static final int NONCE_LENGTH = 12;
    private static final int SECRET_LENGTH = 32;
    private static final int TAG_BITS = 128;

    /** RFC 8188, section 2: ends the last record. */
    private static final byte LAST = 2;

    private PushContent() {}

    /**
     * The body of a push message.
     *
     * @param ours made for this message alone
     * @param salt random
     */
    static byte[] encrypt(byte[] text, ECPublicKey device, byte[] auth, KeyPair ours, byte[] salt) {
        require(text.length <= BYTES_MAX, "a push message has at most %d bytes", BYTES_MAX);
        try {
            var sender = Points.write((ECPublicKey) ours.getPublic());
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(ours.getPrivate());
            agreement.doPhase(device, true);
            var secret = expand(
                    mac(auth, agreement.generateSecret()),
                    join("WebPush: info\0".getBytes(US_ASCII), Points.write(device), sender),
                    SECRET_LENGTH);
            var root = mac(salt, secret);
            var key = expand(root, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), KEY_LENGTH);
            var nonce = expand(root, "Content-Encoding: nonce\0".getBytes(US_ASCII), NONCE_LENGTH);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            var closed = cipher.doFinal(join(text, new byte[] {LAST}));
            return ByteBuffer.allocate(SALT_LENGTH + Integer.BYTES + 1 + sender.length + closed.length)
                    .put(salt)
                    .putInt(RECORD_SIZE)
                    .put((byte) sender.length)
                    .put(sender)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a push message cannot be encrypted", e);
        }
    }

    /** HKDF (RFC 5869), of no more than one hash. */
    private static byte[] expand(byte[] key, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(mac(key, join(info, new byte[] {1})), length);
    }

    private static byte[] mac(byte[] key, byte[] text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] join(byte[]... parts) {
        var all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (var part : parts) {
            all.put(part);
        }
        return all.array();
    }
}

package com.socialflow.user.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An Ed25519 key that signs notes: C2SP signed-note.
 *
 * @param name names the log; without a plus sign or space
 * @param publicKey X.509
 */
record NoteKey(String name, byte[] publicKey) {

    private static final String ALGORITHM = "Ed25519";

    /** The kind of signature, in the note's key ids. */
    private static final byte KIND = 1;

    private static final int ID_BYTES = 4;
    private static final int RAW_BYTES = 32;
    private static final String DASH = "— ";

    /** A new key: its private part, PKCS #8, and the rest. */
    record Made(NoteKey key, byte[] privateKey) {}

    static Made make(String name) {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new Made(
                    new NoteKey(name, pair.getPublic().getEncoded()),
                    pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names the key: 8 hexadecimal digits. */
    String id() {
        return HexFormat.of().formatHex(idBytes());
    }

    private byte[] idBytes() {
        var digest = Hashes.sha256();
        digest.update(name.getBytes(UTF_8));
        digest.update(new byte[] {'\n', KIND});
        return Arrays.copyOf(digest.digest(raw()), ID_BYTES);
    }

    /** The 32 bytes of the public key: the last ones of its X.509 form. */
    private byte[] raw() {
        return Arrays.copyOfRange(publicKey, publicKey.length - RAW_BYTES, publicKey.length);
    }

    /** The key as verifiers take it: name, id and key in one line. */
    String verifier() {
        var key = ByteBuffer.allocate(1 + RAW_BYTES).put(KIND).put(raw()).array();
        return "%s+%s+%s".formatted(name, id(), Base64.getEncoder().encodeToString(key));
    }

    /** The text, which ends with a line break, as a note with this key's signature. */
    String sign(String text, byte[] privateKey) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey(privateKey));
            signature.update(text.getBytes(UTF_8));
            var signed = signature.sign();
            var line =
                    ByteBuffer.allocate(ID_BYTES + signed.length).put(idBytes()).put(signed);
            return "%s\n%s%s %s\n"
                    .formatted(text, DASH, name, Base64.getEncoder().encodeToString(line.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text of a note that this key has signed. */
    Optional<String> verified(String note) {
        var end = note.lastIndexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        var text = note.substring(0, end + 1);
        for (var line : note.substring(end + 2).split("\n", -1)) {
            if (line.startsWith(DASH + name + " ") && verifies(text, line.substring(line.lastIndexOf(' ') + 1))) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private boolean verifies(String text, String signature) {
        try {
            var bytes = Base64.getDecoder().decode(signature);
            if (bytes.length <= ID_BYTES || !Arrays.equals(Arrays.copyOf(bytes, ID_BYTES), idBytes())) {
                return false;
            }
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(publicKey(publicKey));
            check.update(text.getBytes(UTF_8));
            return check.verify(Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether that is the private part of this key. */
    boolean belongs(byte[] privateKey) {
        var probe = "whose are you?\n";
        return verified(sign(probe, privateKey)).isPresent();
    }

    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static PrivateKey privateKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }
}

package com.socialflow.video.upload;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

/** Contents of files that tests upload. */
final class Bytes {

    private Bytes() {}

    /** So many bytes that look like nothing, the same for the same seed. */
    static byte[] random(long seed, int count) {
        var bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-256", bytes));
    }

    static String base64(String algorithm, byte[] bytes) {
        return Base64.getEncoder().encodeToString(digest(algorithm, bytes));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package com.socialflow.platform.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * How personal access tokens are written: a beginning that scanners of leaked secrets find, 256 random bits, and a
 * checksum, by which a scanner knows a token and we need not look up what is none.
 */
public final class OpaqueTokenText {

    /** What each begins with. */
    public static final String PREFIX = "sfp_";

    private static final int SECRET_BYTES = 32;
    private static final int SECRET_CHARACTERS = 43;
    private static final int CHECKSUM_CHARACTERS = 6;
    private static final int LENGTH = PREFIX.length() + SECRET_CHARACTERS + CHECKSUM_CHARACTERS;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private OpaqueTokenText() {}

    /** A new token. */
    public static String make(SecureRandom random) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var text = PREFIX + ENCODER.encodeToString(secret);
        return text + checksum(text);
    }

    /** The SHA-256 of a token; empty when it is none, whoever keeps it. */
    public static Optional<byte[]> hash(String token) {
        if (token.length() != LENGTH || !token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var text = token.substring(0, LENGTH - CHECKSUM_CHARACTERS);
        if (!token.endsWith(checksum(text))) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return ENCODER.encodeToString(
                ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
    }
}

package com.socialflow.user.mfa;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change with time (RFC 6238), in the one form that all authenticator apps know. */
final class TimeCodes {

    /** HMAC-SHA-1 has no weakness that matters here, and apps ignore what an address says of others. */
    private static final String ALGORITHM = "HmacSHA1";

    static final int PERIOD_SECONDS = 30;
    static final int DIGITS = 6;

    /** Steps that a phone's clock may be off, and a slow typist late (RFC 6238, section 5.2). */
    private static final int WINDOW = 1;

    private static final int MODULUS = 1_000_000;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{6}");

    private TimeCodes() {}

    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), PERIOD_SECONDS);
    }

    /** The code of a step: RFC 4226, section 5.3. */
    static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The step whose code this is, around that time; empty when it is of none. */
    static OptionalLong stepOf(byte[] secret, String typed, Instant time) {
        var code = typed.replaceAll("[\\s-]", "");
        if (!SHAPE.matcher(code).matches()) {
            return OptionalLong.empty();
        }
        var now = step(time);
        var found = OptionalLong.empty();
        for (var step = now - WINDOW; step <= now + WINDOW; step++) {
            if (MessageDigest.isEqual(ascii(code), ascii(code(secret, step)))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

package com.socialflow.app.journey;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app (RFC 6238): the code of a secret at a time. */
final class OneTimeCode {

    /** How long a code is shown. */
    static final Duration STEP = Duration.ofSeconds(30);

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int DIGITS = 1_000_000;

    private OneTimeCode() {}

    static String of(String secret, Instant time) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "RAW"));
            var step = ByteBuffer.allocate(Long.BYTES).putLong(time.getEpochSecond() / STEP.toSeconds());
            var hash = mac.doFinal(step.array());
            // RFC 4226, section 5.3.
            var offset = hash[hash.length - 1] & 0xF;
            var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return "%06d".formatted(number % DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String secret) {
        var letters = secret.replaceAll("[\\s=]", "");
        var bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
        int kept = 0;
        int bits = 0;
        for (var letter : letters.toCharArray()) {
            kept = kept << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (kept >> bits));
                kept &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }
}

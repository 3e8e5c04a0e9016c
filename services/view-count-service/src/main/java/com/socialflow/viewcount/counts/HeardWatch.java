package com.socialflow.viewcount.counts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.socialflow.views.ViewRule;
import com.socialflow.views.Watch;
import java.util.Arrays;

/**
 * A watch as Redis keeps it: behind the digits of when it was last heard of, which {@link Script#FORGET_HOUR} reads.
 *
 * @param heardMillis when its newest beacon was received; 0 when there was none
 */
record HeardWatch(Watch watch, long heardMillis) {

    /** Milliseconds since 1970, until the year 2286. */
    static final int DIGITS = 13;

    /** The one whose {@link #bytes} these are; no bytes: nothing was heard yet. */
    static HeardWatch of(ViewRule rule, byte[] bytes) {
        return bytes.length == 0
                ? new HeardWatch(rule.watch(), 0)
                : new HeardWatch(
                        rule.watch(Arrays.copyOfRange(bytes, DIGITS, bytes.length)),
                        Long.parseLong(new String(bytes, 0, DIGITS, US_ASCII)));
    }

    byte[] bytes() {
        var parts = watch.toBytes();
        var bytes = new byte[DIGITS + parts.length];
        System.arraycopy(parts, 0, bytes, DIGITS, parts.length);
        var left = heardMillis;
        for (var digit = DIGITS - 1; digit >= 0; digit--) {
            bytes[digit] = (byte) ('0' + left % 10);
            left /= 10;
        }
        return bytes;
    }
}

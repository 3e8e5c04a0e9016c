package com.socialflow.analytics.cells;

import static com.socialflow.core.Require.require;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows of counters as bytes: each a base-128 number, low bits first, as protobuf writes them. */
final class Counters {

    private static final int BITS = 7;
    private static final int LOW = 0x7F;
    private static final int MORE = 0x80;

    private Counters() {}

    /** No bytes when all are 0. */
    static ByteString write(long... counters) {
        if (Arrays.stream(counters).allMatch(counter -> counter == 0)) {
            return ByteString.EMPTY;
        }
        var out = new ByteArrayOutputStream(2 * counters.length);
        for (var counter : counters) {
            require(counter >= 0, "a counter is at least 0, not %d", counter);
            var left = counter;
            while (left > LOW) {
                out.write((int) (left & LOW) | MORE);
                left >>>= BITS;
            }
            out.write((int) left);
        }
        return ByteString.copyFrom(out.toByteArray());
    }

    /** Adds what was written to the counters. */
    static void add(byte @Nullable [] bytes, long[] to) {
        var at = 0;
        for (var counter = 0; bytes != null && at < bytes.length; counter++) {
            require(counter < to.length, "there are at most %d counters", to.length);
            var value = 0L;
            var shift = 0;
            byte next;
            do {
                require(at < bytes.length && shift < Long.SIZE, "the counters end in the middle of one");
                next = bytes[at++];
                value |= (long) (next & LOW) << shift;
                shift += BITS;
            } while (next < 0);
            to[counter] += value;
        }
    }
}

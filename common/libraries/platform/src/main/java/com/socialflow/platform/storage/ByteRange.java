package com.socialflow.platform.storage;

import static com.socialflow.core.Require.require;

/** Neighbouring bytes of an object: {@code length} of them from {@code first} on. */
public record ByteRange(long first, long length) {

    public ByteRange {
        require(first >= 0, "a range starts at 0 or later");
        require(length >= 0, "a range has no negative length");
        require(first <= Long.MAX_VALUE - length, "a range ends within 64 bits");
    }

    /** Every byte of an object of this size. */
    public static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /** The number of the last byte, as HTTP writes it; {@code first - 1} when there is none. */
    public long last() {
        return first + length - 1;
    }

    /** What an object of this size has of it. */
    public ByteRange within(long size) {
        return first >= size ? new ByteRange(first, 0) : new ByteRange(first, Math.min(length, size - first));
    }
}

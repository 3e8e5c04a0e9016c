package com.socialflow.views;

import java.util.Arrays;

/** Numbers in as few bytes as they need, as protobuf writes them. */
final class Varints {

    private byte[] bytes;
    private int position;

    /** To be written. */
    Varints() {
        this(new byte[64]);
    }

    /** To be read. */
    Varints(byte[] bytes) {
        this.bytes = bytes;
    }

    void write(long value) {
        reserve(10);
        var rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[position++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes[position++] = (byte) rest;
    }

    /** Small whether positive or negative. */
    void writeSigned(long value) {
        write((value << 1) ^ (value >> 63));
    }

    /** Eight bytes, for what is random. */
    void writeHash(long value) {
        reserve(Long.BYTES);
        Longs.write(bytes, position, value);
        position += Long.BYTES;
    }

    long read() {
        var value = 0L;
        for (var shift = 0; shift < 64; shift += 7) {
            var next = bytes[position++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than ten bytes");
    }

    long readSigned() {
        var value = read();
        return (value >>> 1) ^ -(value & 1);
    }

    long readHash() {
        var value = Longs.read(bytes, position);
        position += Long.BYTES;
        return value;
    }

    boolean hasMore() {
        return position < bytes.length;
    }

    byte[] written() {
        return Arrays.copyOf(bytes, position);
    }

    private void reserve(int more) {
        if (position + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, position + more));
        }
    }
}

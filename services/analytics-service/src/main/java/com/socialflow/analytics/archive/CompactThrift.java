package com.socialflow.analytics.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes structures in Thrift's compact protocol, as Parquet's metadata are: only what those need. */
final class CompactThrift {

    static final int TYPE_I32 = 5;
    static final int TYPE_BINARY = 8;
    static final int TYPE_STRUCT = 12;

    private static final int TYPE_I64 = 6;
    private static final int TYPE_LIST = 9;

    /** Larger steps between numbers of fields, and larger lists, are written otherwise. */
    private static final int SHORT_MAX = 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    CompactThrift i32(int field, int value) {
        header(field, TYPE_I32);
        varint(zigzag(value));
        return this;
    }

    CompactThrift i64(int field, long value) {
        header(field, TYPE_I64);
        varint(zigzag(value));
        return this;
    }

    CompactThrift text(int field, String value) {
        header(field, TYPE_BINARY);
        return item(value);
    }

    /** A list of so many elements follows. */
    CompactThrift list(int field, int elementType, int size) {
        header(field, TYPE_LIST);
        if (size < SHORT_MAX) {
            out.write(size << 4 | elementType);
        } else {
            out.write(0xF0 | elementType);
            varint(size);
        }
        return this;
    }

    /** An element of a list. */
    CompactThrift item(int value) {
        varint(zigzag(value));
        return this;
    }

    /** An element of a list. */
    CompactThrift item(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /** Fields of a structure follow, up to {@link #end}. */
    CompactThrift begin(int field) {
        header(field, TYPE_STRUCT);
        return begin();
    }

    /** The same of an element of a list. */
    CompactThrift begin() {
        outer.push(last);
        last = 0;
        return this;
    }

    CompactThrift end() {
        out.write(0);
        last = outer.isEmpty() ? 0 : outer.pop();
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private void header(int field, int type) {
        var step = field - last;
        if (step <= SHORT_MAX) {
            out.write(step << 4 | type);
        } else {
            out.write(type);
            varint(zigzag(field));
        }
        last = field;
    }

    private void varint(long value) {
        var left = value;
        while ((left & ~0x7FL) != 0) {
            out.write((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        out.write((int) left);
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }
}

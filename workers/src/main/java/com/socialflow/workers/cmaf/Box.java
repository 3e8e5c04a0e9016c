package com.socialflow.workers.cmaf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box of ISO/IEC 14496-12 within a buffer. Reading and writing through {@link #data} is at absolute positions of
 * that buffer.
 *
 * @param type four characters, such as {@code moof}
 * @param data the buffer, shared by all boxes in it
 * @param start where the box's size field begins
 * @param end the first byte after it
 */
record Box(String type, ByteBuffer data, int start, int end) {

    static final int HEADER_BYTES = 8;

    /** Version and flags of a "full" box. */
    static final int FULL_HEADER_BYTES = HEADER_BYTES + 4;

    /** The boxes between two positions, one after the other. */
    static List<Box> between(ByteBuffer data, int start, int end) {
        var boxes = new ArrayList<Box>();
        for (int at = start; at < end; at = boxes.getLast().end) {
            if (end - at < HEADER_BYTES) throw new MalformedException("a box header is cut off at " + at);
            long size = Integer.toUnsignedLong(data.getInt(at));
            if (size < HEADER_BYTES || size > end - at) {
                throw new MalformedException("a box of " + size + " bytes at " + at + " of " + end);
            }
            boxes.add(new Box(type(data, at + 4), data, at, at + (int) size));
        }
        return boxes;
    }

    static String type(ByteBuffer data, int at) {
        var name = new byte[4];
        data.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    /** The boxes in this one, when they begin right after its header. */
    List<Box> children() {
        return between(data, start + HEADER_BYTES, end);
    }

    /** The boxes in this one, after {@code skipped} bytes of other content following its header. */
    List<Box> childrenAfter(int skipped) {
        return between(data, start + HEADER_BYTES + skipped, end);
    }

    Optional<Box> find(String wanted) {
        return find(children(), wanted);
    }

    static Optional<Box> find(List<Box> boxes, String wanted) {
        return boxes.stream().filter(box -> box.type.equals(wanted)).findFirst();
    }

    /** The box down a path of types from here, such as {@code mdia, minf, stbl}. */
    Box path(String... types) {
        var box = this;
        for (var wanted : types) {
            var parent = box;
            box = parent.find(wanted).orElseThrow(() -> new MalformedException(parent.type + " has no " + wanted));
        }
        return box;
    }

    int version() {
        return data.get(start + HEADER_BYTES);
    }

    int flags() {
        return data.getInt(start + HEADER_BYTES) & 0xffffff;
    }

    /** The content after the header and {@code skipped} bytes more. */
    byte[] contentAfter(int skipped) {
        int from = start + HEADER_BYTES + skipped;
        if (from > end) throw new MalformedException(type + " is too short");
        var content = new byte[end - from];
        data.get(from, content);
        return content;
    }
}

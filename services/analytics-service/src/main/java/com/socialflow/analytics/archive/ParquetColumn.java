package com.socialflow.analytics.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Values of one column, each there, written plainly and compressed as one page. */
final class ParquetColumn {

    /** What is in it, by the numbers of Parquet's format. */
    enum Kind {
        NUMBER(2, null),
        TIME(2, 9),
        TEXT(6, 0),
        BYTES(6, null);

        final int type;
        final @Nullable Integer meaning;

        Kind(int type, @Nullable Integer meaning) {
            this.type = type;
            this.meaning = meaning;
        }
    }

    private static final int PAGE_OF_DATA = 0;
    static final int PLAIN = 0;
    private static final int LEVELS = 3;

    final String name;
    final Kind kind;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private int count;

    ParquetColumn(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    void add(long value) {
        for (var shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            values.write((int) (value >>> shift));
        }
        count++;
    }

    void add(String value) {
        add(value.getBytes(StandardCharsets.UTF_8));
    }

    void add(byte[] value) {
        for (var shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            values.write(value.length >>> shift);
        }
        values.writeBytes(value);
        count++;
    }

    int size() {
        return values.size();
    }

    /** A page of a file. */
    record Page(byte[] header, byte[] body, int plainLength) {

        int length() {
            return header.length + body.length;
        }
    }

    Page page() {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            values.writeTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var header = new CompactThrift()
                .i32(1, PAGE_OF_DATA)
                .i32(2, values.size())
                .i32(3, compressed.size())
                .begin(5)
                .i32(1, count)
                .i32(2, PLAIN)
                .i32(3, LEVELS)
                .i32(4, LEVELS)
                .end()
                .end();
        return new Page(header.bytes(), compressed.toByteArray(), header.bytes().length + values.size());
    }
}

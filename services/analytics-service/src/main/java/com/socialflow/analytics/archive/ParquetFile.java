package com.socialflow.analytics.archive;

import com.socialflow.analytics.archive.ParquetColumn.Page;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Puts columns together as a Parquet file: one group of rows, every value there. That is all that the archive needs of
 * the format, and small beside a library that brings Hadoop along; whatever reads Parquet reads it.
 */
final class ParquetFile {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int REQUIRED = 0;
    private static final int GZIP = 2;

    private ParquetFile() {}

    /** The file of these columns, each with so many values. */
    static byte[] of(List<ParquetColumn> columns, long rows) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(MAGIC);
        var pages = columns.stream().map(ParquetColumn::page).toList();
        for (var page : pages) {
            file.writeBytes(page.header());
            file.writeBytes(page.body());
        }
        var footer = footer(columns, pages, rows);
        file.writeBytes(footer);
        for (var shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            file.write(footer.length >>> shift);
        }
        file.writeBytes(MAGIC);
        return file.toByteArray();
    }

    private static byte[] footer(List<ParquetColumn> columns, List<Page> pages, long rows) {
        var footer = new CompactThrift().i32(1, VERSION);
        schema(footer, columns);
        footer.i64(3, rows).list(4, CompactThrift.TYPE_STRUCT, 1).begin();
        footer.list(1, CompactThrift.TYPE_STRUCT, columns.size());
        var at = (long) MAGIC.length;
        for (var column = 0; column < columns.size(); column++) {
            chunk(footer, columns.get(column), pages.get(column), rows, at);
            at += pages.get(column).length();
        }
        footer.i64(2, pages.stream().mapToLong(Page::plainLength).sum())
                .i64(3, rows)
                .end();
        return footer.text(6, "Social Flow").end().bytes();
    }

    private static void schema(CompactThrift footer, List<ParquetColumn> columns) {
        footer.list(2, CompactThrift.TYPE_STRUCT, columns.size() + 1)
                .begin()
                .text(4, "beacon")
                .i32(5, columns.size())
                .end();
        for (var column : columns) {
            footer.begin().i32(1, column.kind.type).i32(3, REQUIRED).text(4, column.name);
            if (column.kind.meaning != null) {
                footer.i32(6, column.kind.meaning);
            }
            footer.end();
        }
    }

    private static void chunk(CompactThrift footer, ParquetColumn column, Page page, long rows, long at) {
        footer.begin()
                .i64(2, at)
                .begin(3)
                .i32(1, column.kind.type)
                .list(2, CompactThrift.TYPE_I32, 1)
                .item(ParquetColumn.PLAIN)
                .list(3, CompactThrift.TYPE_BINARY, 1)
                .item(column.name)
                .i32(4, GZIP)
                .i64(5, rows)
                .i64(6, page.plainLength())
                .i64(7, page.length())
                .i64(9, at)
                .end()
                .end();
    }
}

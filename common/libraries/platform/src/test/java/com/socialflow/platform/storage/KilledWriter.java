package com.socialflow.platform.storage;

import java.io.InputStream;
import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/**
 * A process that appends {@link ResumableObjectsKit#byteAt} bytes without end, and is killed by the test. Says each
 * length that it may acknowledge.
 */
final class KilledWriter {

    private static final long APPEND_BYTES = 3_000_017;

    private KilledWriter() {}

    /** Arguments: {@code directory ROOT} or {@code s3 ENDPOINT SPOOLS}. */
    public static void main(String... arguments) {
        var resumable = arguments[0].equals("directory")
                ? new DirectoryAppends(new Directory(Path.of(arguments[1]), DataSize.ofMegabytes(1)))
                : new S3Appends(S3Connection.open(S3StorageTest.settings(arguments[1]), Path.of(arguments[2])));
        var length = resumable.length("uploads/killed");
        while (true) {
            length = resumable
                    .append("uploads/killed", length, endless(length, APPEND_BYTES))
                    .length();
            System.out.println(length);
        }
    }

    private static InputStream endless(long from, long count) {
        return new InputStream() {
            private long position = from;

            @Override
            public int read() {
                return position == from + count ? -1 : ResumableObjectsKit.byteAt(position++) & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                var read = (int) Math.min(length, from + count - position);
                for (var i = 0; i < read; i++) {
                    into[offset + i] = ResumableObjectsKit.byteAt(position++);
                }
                return read == 0 && length > 0 ? -1 : read;
            }
        };
    }
}

package com.socialflow.platform.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Moves bytes from a stream to a file, in one bounded buffer, and tells which of the two failed. */
final class Pump {

    /** All that is ever in memory of one object. Larger ones were not faster; smaller ones cost calls. */
    static final int BUFFER_BYTES = 256 * 1024;

    private Pump() {}

    /**
     * How it ended.
     *
     * @param bytes moved
     * @param ended whether the stream is at its end
     * @param broken what the stream failed with
     */
    record Pumped(long bytes, boolean ended, @Nullable IOException broken) {

        /** Whether no more bytes will come. */
        boolean over() {
            return ended || broken != null;
        }
    }

    /**
     * Moves at most so many bytes. What came before the stream failed is written.
     *
     * @param written told of the number of bytes after each write
     * @throws IOException when the file fails
     */
    static Pumped pump(InputStream from, FileChannel to, long bytesMax, LongConsumer written) throws IOException {
        var buffer = new byte[(int) Math.clamp(bytesMax, 0, BUFFER_BYTES)];
        var bytes = 0L;
        while (bytes < bytesMax) {
            var wanted = (int) Math.min(buffer.length, bytesMax - bytes);
            var filled = 0;
            var ended = false;
            IOException broken = null;
            try {
                while (filled < wanted && !ended) {
                    var read = from.read(buffer, filled, wanted - filled);
                    ended = read < 0;
                    filled += Math.max(read, 0);
                }
            } catch (IOException e) {
                broken = e;
            }
            write(to, ByteBuffer.wrap(buffer, 0, filled));
            bytes += filled;
            written.accept(bytes);
            if (ended || broken != null) {
                return new Pumped(bytes, ended, broken);
            }
        }
        return new Pumped(bytes, false, null);
    }

    static void write(FileChannel to, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
    }
}

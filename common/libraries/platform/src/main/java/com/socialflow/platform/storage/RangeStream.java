package com.socialflow.platform.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A range of an open file. Reads by position, so that several streams can share the file. */
final class RangeStream extends InputStream {

    private final FileChannel file;
    private final boolean closesFile;
    private final long end;
    private long position;

    private RangeStream(FileChannel file, ByteRange range, boolean closesFile) {
        this.file = file;
        this.position = range.first();
        this.end = range.first() + range.length();
        this.closesFile = closesFile;
    }

    /** Leaves the file open when closed. */
    static InputStream of(FileChannel file, ByteRange range) {
        return new RangeStream(file, range, false);
    }

    /** Closes the file when closed. */
    static InputStream owning(FileChannel file, ByteRange range) {
        return new RangeStream(file, range, true);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position >= end) {
            return -1;
        }
        var read = file.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, end - position)), position);
        if (read > 0) {
            position += read;
        }
        return read;
    }

    @Override
    public long skip(long bytes) {
        var skipped = Math.clamp(bytes, 0, end - position);
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - position);
    }

    @Override
    public void close() throws IOException {
        if (closesFile) {
            file.close();
        }
    }
}

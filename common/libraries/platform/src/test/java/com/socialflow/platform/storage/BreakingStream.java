package com.socialflow.platform.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A sender who is cut off: fails where the bytes end, after giving them in uneven pieces. */
final class BreakingStream extends InputStream {

    static final String MESSAGE = "the client broke off";

    private static final int PIECE_MAX = 7_001;

    private final ByteArrayInputStream bytes;

    BreakingStream(byte[] bytes) {
        this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() throws IOException {
        return read(new byte[1], 0, 1);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var read = bytes.read(into, offset, Math.min(length, PIECE_MAX));
        if (read < 0) {
            throw new IOException(MESSAGE);
        }
        return read;
    }
}

package com.socialflow.platform.storage;

import java.io.IOException;
import java.io.InputStream;

/**
 * An object, or a range of it, being read.
 *
 * @param object the whole of it
 * @param range what the stream gives; empty ({@code length() == 0}) when it was asked for from past the end
 */
public record ObjectContent(StoredObject object, ByteRange range, InputStream stream) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        stream.close();
    }
}

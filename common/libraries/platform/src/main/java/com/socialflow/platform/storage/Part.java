package com.socialflow.platform.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import software.amazon.awssdk.core.sync.RequestBody;

/** Bytes to send, from their start again when a request is repeated. */
interface Part extends AutoCloseable {

    /** How many they are. */
    long size();

    /** All of them, from the start; several streams may be open at once. */
    InputStream stream();

    @Override
    void close();

    /** As the SDK wants them. */
    default RequestBody body() {
        return RequestBody.fromContentProvider(this::stream, size(), ContentTypes.OTHER);
    }

    /** A range of an open file, which it leaves open. */
    record Slice(FileChannel file, ByteRange range) implements Part {

        /** From there, so many bytes or as many as the file has. */
        static Slice of(FileChannel file, long first, long sizeMax) throws IOException {
            return new Slice(file, new ByteRange(first, sizeMax).within(file.size()));
        }

        @Override
        public long size() {
            return range.length();
        }

        @Override
        public InputStream stream() {
            return RangeStream.of(file, range);
        }

        @Override
        public void close() {}
    }
}

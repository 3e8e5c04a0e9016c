package com.socialflow.platform.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** An object coming from S3. Closing it early drops the connection: the SDK would read the rest first. */
final class RemoteStream extends FilterInputStream {

    private final ResponseInputStream<GetObjectResponse> remote;
    private long left;

    RemoteStream(ResponseInputStream<GetObjectResponse> remote) {
        super(remote);
        this.remote = remote;
        this.left = remote.response().contentLength();
    }

    @Override
    public int read() throws IOException {
        var read = super.read();
        left -= read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var read = super.read(into, offset, length);
        left -= Math.max(read, 0);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        var skipped = super.skip(bytes);
        left -= skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        if (left > 0) {
            remote.abort();
        } else {
            remote.close();
        }
    }
}

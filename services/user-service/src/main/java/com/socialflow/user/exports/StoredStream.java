package com.socialflow.user.exports;

import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.platform.storage.StoredObject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Stores what is written, while it is written. Unless the writer says that all of it came, nothing is stored: a writer
 * that fails leaves no half an object.
 */
final class StoredStream implements AutoCloseable {

    /** Enough that neither side waits for the other with every piece. */
    private static final int BUFFER_BYTES = 1 << 18;

    private final PipedOutputStream out = new PipedOutputStream();
    private final FutureTask<StoredObject> storing;
    private volatile boolean whole;

    StoredStream(ObjectStorage storage, String key) throws IOException {
        var in = new PipedInputStream(out, BUFFER_BYTES);
        storing = new FutureTask<>(() -> {
            try (in) {
                return storage.put(key, new WholeOrNothing(in));
            }
        });
        Thread.ofVirtual().name("export-store").start(storing);
    }

    OutputStream out() {
        return out;
    }

    /** Ends the object and waits until it is stored. */
    StoredObject finish() throws IOException {
        whole = true;
        out.close();
        try {
            return storing.get();
        } catch (ExecutionException e) {
            throw new IOException("the archive could not be stored", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while storing an archive", e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Takes the end of the stream for one only when the writer said so. */
    private final class WholeOrNothing extends FilterInputStream {

        WholeOrNothing(PipedInputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return checked(super.read());
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return checked(super.read(into, from, length));
        }

        private int checked(int read) throws IOException {
            if (read < 0 && !whole) {
                throw new IOException("the archive broke off");
            }
            return read;
        }
    }
}

package com.socialflow.video.upload;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A request's body as storage may read it: no further than was announced, while the upload is wanted, and not slower
 * than is worth a connection.
 */
final class IncomingBody extends InputStream {

    static final Duration WINDOW = Duration.ofSeconds(30);

    private final InputStream body;
    private final BooleanSupplier givenUp;
    private final long bytesPerWindowMin;
    private long room;
    private final LongSupplier nanos;
    private long windowStart;
    private long windowBytes;
    private boolean slow;

    /**
     * @param givenUp whether nothing more may be taken
     * @param room bytes that may come
     * @param slowest bytes a second
     */
    IncomingBody(InputStream body, BooleanSupplier givenUp, long room, long slowest) {
        this(body, givenUp, room, slowest, System::nanoTime);
    }

    IncomingBody(InputStream body, BooleanSupplier givenUp, long room, long slowest, LongSupplier nanos) {
        this.body = body;
        this.givenUp = givenUp;
        this.room = room;
        this.bytesPerWindowMin = slowest * WINDOW.toSeconds();
        this.nanos = nanos;
        this.windowStart = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (givenUp.getAsBoolean()) {
            throw new IOException("the upload was given up meanwhile");
        }
        if (room == 0) {
            return -1;
        }
        var got = body.read(into, offset, (int) Math.min(length, room));
        if (got > 0) {
            room -= got;
            windowBytes += got;
            refuseSlowness();
        }
        return got;
    }

    private void refuseSlowness() throws IOException {
        var now = nanos.getAsLong();
        if (now - windowStart < WINDOW.toNanos()) {
            return;
        }
        if (windowBytes < bytesPerWindowMin) {
            slow = true;
            throw new IOException("the client sends too slowly");
        }
        windowStart = now;
        windowBytes = 0;
    }

    /** Whether it ended because of its slowness. */
    boolean slow() {
        return slow;
    }

    /** Whether more comes than was announced; asked after the last byte that may come. */
    boolean more() throws IOException {
        return room == 0 && body.read() >= 0;
    }
}

package com.socialflow.platform.storage;

import com.socialflow.platform.storage.Pump.Pumped;
import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Moves bytes from a stream to a file past the kernel's page cache ({@code O_DIRECT} of open(2)), filling one buffer
 * while the other is written. To find pages for a large upload and to clean them again costs several times what the
 * writing does, and takes the cache from what people watch.
 */
final class DirectPump {

    /** Of each of the two buffers: disks come to their speed with runs of this size. */
    static final int BUFFER_BYTES = 2 * 1024 * 1024;

    /** Positions are multiples of this: no disk has larger blocks. */
    static final int ALIGNMENT_BYTES = 4096;

    /** Stays in the processor's nearest cache on its way from the stream to the buffer. */
    private static final int PIECE_BYTES = 16 * 1024;

    private final InputStream from;
    private final byte[] piece = new byte[PIECE_BYTES];
    private boolean ended;
    private @Nullable IOException broken;

    private DirectPump(InputStream from) {
        this.from = from;
    }

    /**
     * Moves all bytes from the file's position on, which must be aligned. What came before the stream failed is
     * written; that it stays there is for the caller to force.
     *
     * @param file the same file, opened ordinarily
     * @param written told of the number of bytes after each write
     * @throws UnsupportedOperationException when the file system has no such way; nothing is moved then
     * @throws IOException when the file fails
     */
    static Pumped pump(InputStream from, Path path, FileChannel file, LongConsumer written) throws IOException {
        try (var arena = Arena.ofShared();
                var direct = FileChannel.open(path, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT)) {
            return new DirectPump(from).pump(direct, file, buffer(arena), buffer(arena), written);
        }
    }

    private static ByteBuffer buffer(Arena arena) {
        return arena.allocate(BUFFER_BYTES, ALIGNMENT_BYTES).asByteBuffer();
    }

    private Pumped pump(FileChannel direct, FileChannel file, ByteBuffer first, ByteBuffer second, LongConsumer written)
            throws IOException {
        var start = file.position();
        var position = start;
        var filling = first;
        var resting = second;
        try (var writer = new Writer(direct)) {
            while (fill(filling.clear())) {
                writer.await();
                written.accept(position - start);
                writer.write(filling.flip(), position);
                position += BUFFER_BYTES;
                var filled = filling;
                filling = resting;
                resting = filled;
            }
            writer.await();
        }
        // The rest fills no block.
        Pump.write(file.position(position), filling.flip());
        written.accept(file.position() - start);
        return new Pumped(file.position() - start, ended, broken);
    }

    /** Whether the buffer is full; if not, the stream has no more. */
    private boolean fill(ByteBuffer buffer) {
        try {
            while (buffer.hasRemaining() && !ended) {
                var read = from.read(piece, 0, Math.min(piece.length, buffer.remaining()));
                ended = read < 0;
                buffer.put(piece, 0, Math.max(read, 0));
            }
        } catch (IOException e) {
            broken = e;
            return false;
        }
        return !ended;
    }

    /** Writes one buffer at a time while its owner does something else. */
    private static final class Writer implements AutoCloseable {

        private final FileChannel direct;
        private @Nullable Thread thread;
        private @Nullable IOException failure;

        Writer(FileChannel direct) {
            this.direct = direct;
        }

        void write(ByteBuffer buffer, long position) {
            thread = Thread.ofVirtual().name("storage-direct").start(() -> {
                try {
                    while (buffer.hasRemaining()) {
                        direct.write(buffer, position + buffer.position());
                    }
                } catch (IOException e) {
                    failure = e;
                }
            });
        }

        /** Waits until the buffer is written that was given last. */
        void await() throws IOException {
            close();
            if (failure != null) {
                throw new IOException("writing failed", failure);
            }
        }

        /** Waits even when interrupted: nobody may take away the buffer before. */
        @Override
        public void close() {
            var interrupted = false;
            while (thread != null) {
                try {
                    thread.join();
                    thread = null;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package com.socialflow.workers.cmaf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Reads a fragmented MP4 while it is being written. A box is seen once it is there in full. */
final class FragmentReader implements AutoCloseable {

    /** Headers of a segment or file are small; anything larger is not what was asked for. */
    private static final long HEADER_BYTES_MAX = 4 << 20;

    private final FileChannel file;
    private long position;

    /** A fragment and where its samples lie in the file, with the {@code mdat}'s own header. */
    record Located(Fragment fragment, long mdatAt, long mdatBytes) {}

    FragmentReader(Path path) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.READ);
    }

    /** {@code ftyp} and {@code moov}; empty when they are not written in full yet. */
    Optional<byte[]> header() throws IOException {
        long ftyp = sizeAt(position, "ftyp");
        if (ftyp == 0) return Optional.empty();
        long moov = sizeAt(position + ftyp, "moov");
        if (moov == 0 || file.size() < position + ftyp + moov) return Optional.empty();
        var bytes = read(position, ftyp + moov);
        position += bytes.length;
        return Optional.of(bytes);
    }

    /** The next fragment; empty when it is not written in full yet. */
    Optional<Located> next() throws IOException {
        long moof = sizeAt(position, "moof");
        if (moof == 0) return Optional.empty();
        long mdat = sizeAt(position + moof, "mdat");
        if (mdat == 0 || file.size() < position + moof + mdat) return Optional.empty();
        var located = new Located(Fragment.parse(read(position, moof)), position + moof, mdat);
        position += moof + mdat;
        return Optional.of(located);
    }

    /** Copies a fragment's samples, {@code mdat} header and all. */
    void copySamples(Located located, FileChannel to) throws IOException {
        long at = located.mdatAt();
        long end = at + located.mdatBytes();
        while (at < end) {
            long copied = file.transferTo(at, end - at, to);
            if (copied <= 0) throw new EOFException("the file became shorter");
            at += copied;
        }
    }

    /** The size of the box at a position, 0 when its header is not there yet. */
    private long sizeAt(long at, String expected) throws IOException {
        var header = ByteBuffer.allocate(16);
        int got = file.read(header, at);
        if (got < Box.HEADER_BYTES) return 0;
        var type = Box.type(header, 4);
        if (!type.equals(expected)) throw new MalformedException(type + " where " + expected + " belongs");
        long size = Integer.toUnsignedLong(header.getInt(0));
        if (size != 1) return size;
        return got < 16 ? 0 : header.getLong(8);
    }

    private byte[] read(long at, long bytes) throws IOException {
        if (bytes > HEADER_BYTES_MAX) throw new MalformedException("a header of " + bytes + " bytes");
        var buffer = ByteBuffer.allocate((int) bytes);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) throw new EOFException("the file became shorter");
        }
        return buffer.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

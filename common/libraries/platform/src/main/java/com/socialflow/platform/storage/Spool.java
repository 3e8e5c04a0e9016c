package com.socialflow.platform.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A temporary file that has no name: it is gone when closed, and when the process is killed. Where a file can't be open
 * and nameless, it is deleted on closing.
 */
final class Spool implements Part {

    private final FileChannel file;
    private long size;

    private Spool(FileChannel file) {
        this.file = file;
    }

    static Spool in(Path directory) {
        try {
            var name = Files.createTempFile(directory, "spool-", null);
            var file = FileChannel.open(
                    name, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            try {
                Files.delete(name);
            } catch (IOException e) {
                // Windows: closing deletes it.
            }
            return new Spool(file);
        } catch (IOException e) {
            throw new StorageException("no temporary file in " + directory, e);
        }
    }

    /** Adds from the stream until the spool has so many bytes, or the stream has no more. */
    Pump.Pumped fill(InputStream from, long sizeMax) {
        try {
            var pumped = Pump.pump(from, file.position(size), sizeMax - size, _ -> {});
            size += pumped.bytes();
            return pumped;
        } catch (IOException e) {
            throw new StorageException("a temporary file failed", e);
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream stream() {
        return RangeStream.of(file, ByteRange.whole(size));
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package com.socialflow.workers.inspect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The outermost chunk of AVI, which ffmpeg does not hold against the file's size. */
final class Riff {

    private static final int MAGIC = 0x46464952; // "RIFF"
    private static final int HEADER_BYTES = 8;

    private Riff() {}

    /** Whether the file is RIFF and shorter than it says. Unfinished recordings say 0 or the largest size. */
    static boolean cutOff(Path file) throws IOException {
        var header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.read(header, 0) < HEADER_BYTES || header.getInt(0) != MAGIC) return false;
            long declared = Integer.toUnsignedLong(header.getInt(4));
            return declared < 0xffff_ff00L && declared + HEADER_BYTES > channel.size();
        }
    }
}

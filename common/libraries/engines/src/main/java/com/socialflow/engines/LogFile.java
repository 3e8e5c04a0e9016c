package com.socialflow.engines;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;

/** A child's output: of bounded size over its restarts, with an end that tells why it died. */
final class LogFile {

    /** A longer one is put aside before the child starts, in place of the one put aside before. */
    private static final long BYTES_MAX = 8L << 20;

    private static final int TAIL_BYTES = 2_000;
    private static final int TAIL_LINES = 4;

    private LogFile() {}

    static void roll(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > BYTES_MAX) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static long size(Path log) throws IOException {
        return Files.exists(log) ? Files.size(log) : 0;
    }

    /** The last few lines after the offset as one, or nothing. */
    static String tail(Path log, long offset) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var bytes = new byte[(int) Math.clamp(file.length() - offset, 0, TAIL_BYTES)];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            var lines =
                    new String(bytes, StandardCharsets.UTF_8).strip().lines().toList();
            return lines.stream().skip(Math.max(0, lines.size() - TAIL_LINES)).collect(Collectors.joining(" | "));
        } catch (IOException e) {
            return "";
        }
    }
}

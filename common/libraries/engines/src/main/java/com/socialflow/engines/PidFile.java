package com.socialflow.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Names a process so that it is found again after this one is gone, and no other is taken for it. */
final class PidFile {

    /** The clock may be set between two readings of a start time. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(3);

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process) throws IOException {
        Files.writeString(file, line(process));
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** The process that was written, if it still runs. */
    Optional<ProcessHandle> running() throws IOException {
        return Files.exists(file) ? named(Files.readString(file).strip()) : Optional.empty();
    }

    /** Pid and start time. */
    static String line(ProcessHandle process) {
        return process.pid() + " " + process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** The process of such a line, if it still runs; a pid that somebody else has by now is not it. */
    static Optional<ProcessHandle> named(String line) {
        var parts = line.split(" ");
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            var started = Instant.parse(parts[1]);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .startInstant()
                            .filter(start ->
                                    Duration.between(started, start).abs().compareTo(START_TOLERANCE) <= 0)
                            .isPresent());
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}

package com.socialflow.engines;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forces what Redis appended to disk, once a second while it appends. Forcing a file through any descriptor forces what
 * was written through all of them.
 */
final class AppendOnlyFlush implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AppendOnlyFlush.class);

    /** What a power cut may cost. */
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Path directory;
    private final Thread thread;
    private final Map<Path, Long> forced = new HashMap<>();

    private AppendOnlyFlush(Path directory) {
        this.directory = directory;
        // Not a virtual thread: forcing would hold a carrier for as long as the disk takes.
        this.thread = Thread.ofPlatform().daemon().name("redis-flush").unstarted(this::flushEachPeriod);
    }

    static AppendOnlyFlush start(Path directory) {
        var flush = new AppendOnlyFlush(directory);
        flush.thread.start();
        return flush;
    }

    private void flushEachPeriod() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                flush();
            }
        } catch (InterruptedException e) {
            log.debug("stopped");
        }
    }

    private void flush() {
        try {
            for (var file : appended()) {
                var size = Files.size(file);
                if (!Long.valueOf(size).equals(forced.put(file, size))) {
                    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
                        channel.force(false);
                    }
                }
            }
            forced.keySet().removeIf(Files::notExists);
        } catch (ClosedByInterruptException e) {
            // Closed meanwhile: Redis forces its file itself when it ends.
        } catch (NoSuchFileException e) {
            // Rewritten between the two looks; the new one is seen next time.
        } catch (IOException e) {
            forced.clear();
            log.error("Redis' data could not be forced to disk", e);
        }
    }

    /** One file until version 6, a directory of them from 7 on. */
    private List<Path> appended() throws IOException {
        var several = directory.resolve("appendonlydir");
        if (Files.isDirectory(several)) {
            try (var files = Files.list(several)) {
                return files.toList();
            }
        }
        var one = directory.resolve("appendonly.aof");
        return Files.exists(one) ? List.of(one) : List.of();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

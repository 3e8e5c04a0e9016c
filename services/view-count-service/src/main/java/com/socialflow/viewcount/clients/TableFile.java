package com.socialflow.viewcount.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is read from a file of the operator's, and read again once the file is another. A file that is missing or broken
 * is warned of once and stops nothing: what was read before holds on, and until there is something, nothing is known.
 */
final class TableFile<T> {

    private static final Logger log = LoggerFactory.getLogger(TableFile.class);

    interface Reading<T> {

        /**
         * What the file says.
         *
         * @throws IllegalArgumentException when that is nothing of the kind
         */
        T of(Path file) throws IOException;
    }

    /** By what a file is known to be another, without reading it. */
    private record Version(
            FileTime modified, long bytes, @Nullable Object file) {

        static final Version MISSING = new Version(FileTime.fromMillis(0), 0, null);

        static Version of(Path path) {
            try {
                var attributes = Files.readAttributes(path, BasicFileAttributes.class);
                return new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
            } catch (IOException e) {
                return MISSING;
            }
        }
    }

    private final String key;
    private final @Nullable Path path;
    private final Reading<T> reading;
    private @Nullable Version version;
    private volatile T table;

    /**
     * A table that is read at the first {@link #refresh}.
     *
     * @param key of the setting that names the file
     * @param path empty: there is no file
     */
    TableFile(String key, String path, T nothing, Reading<T> reading) {
        this.key = key;
        this.path = path.isEmpty() ? null : Path.of(path);
        this.table = nothing;
        this.reading = reading;
    }

    T table() {
        return table;
    }

    /** Reads the file if it is another than it was; else this costs one look at the directory. */
    synchronized void refresh() {
        if (path == null) {
            return;
        }
        // Before it is read: of a file that is written meanwhile the next look finds another version.
        var found = Version.of(path);
        if (found.equals(version)) {
            return;
        }
        version = found;
        try {
            table = reading.of(path);
            log.info("{} was read from {}, {} bytes of {}", key, path, found.bytes(), found.modified());
        } catch (IOException | RuntimeException e) {
            log.warn("{} names no table that can be read, so what was known before stays: {}", key, e.toString());
        }
    }
}

package com.socialflow.user.exports;

import static com.socialflow.core.Require.require;

import com.socialflow.core.AccountId;
import com.socialflow.platform.storage.ObjectContent;
import com.socialflow.platform.storage.ObjectKeys;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.user.personal.Archive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A zip archive that is written from front to back, with a list at its end of every file, its size, its SHA-256 and
 * what it is. Holds one file of JSON and the list in memory, never media.
 */
final class ZipArchive implements Archive, AutoCloseable {

    /** About 30 MB of list. */
    static final int FILES_MAX = 100_000;

    static final String MANIFEST = "manifest.json";

    private static final int BUFFER_BYTES = 1 << 16;

    /** A file of the archive, as its list tells of it. */
    record Entry(String path, String mediaType, String description, long size, String sha256) {}

    /** The list. */
    record Manifest(AccountId account, Instant createdAt, List<Entry> files) {}

    private final ZipOutputStream zip;
    private final ObjectStorage storage;
    private final JsonMapper json;
    private final Runnable heartbeat;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable OpenEntry open;

    /**
     * @param heartbeat called before every piece that is written; what it throws ends the work
     */
    ZipArchive(OutputStream out, ObjectStorage storage, JsonMapper json, Runnable heartbeat) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.storage = storage;
        this.json = json;
        this.heartbeat = heartbeat;
    }

    /** A file that pieces may still follow. */
    private record OpenEntry(String path, String mediaType, String description, Measured out) {}

    /** Counts and digests what goes into one file. */
    private static final class Measured extends DigestOutputStream {

        private long size;

        Measured(OutputStream out) {
            super(out, sha256());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            super.write(bytes, from, length);
            size += length;
        }
    }

    @Override
    public void json(String path, String description, Object content) {
        var pretty = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
        write(path, "application/json", description, new ByteArrayInputStream(pretty), Deflater.DEFAULT_COMPRESSION);
        finishFile();
    }

    @Override
    public void bytes(String path, String mediaType, String description, byte[] piece) {
        write(path, mediaType, description, new ByteArrayInputStream(piece), Deflater.DEFAULT_COMPRESSION);
    }

    @Override
    public void object(String path, String mediaType, String description, String objectKey) {
        var found = storage.get(objectKey);
        if (found.isEmpty()) {
            return;
        }
        try (ObjectContent content = found.get()) {
            requireRoom(content.object().size());
            // Media is compressed already.
            write(path, mediaType, description, content.stream(), Deflater.NO_COMPRESSION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        finishFile();
    }

    private void requireRoom(long bytes) {
        if (storage.room().orElse(Long.MAX_VALUE) < bytes) {
            throw new IllegalStateException("the storage has no room for an archive with this file");
        }
    }

    private void write(String path, String mediaType, String description, InputStream content, int level) {
        try {
            var entry = open;
            if (entry == null || !entry.path().equals(path)) {
                finishFile();
                entry = begin(path, mediaType, description, level);
            }
            var buffer = new byte[BUFFER_BYTES];
            for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                heartbeat.run();
                entry.out().write(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OpenEntry begin(String path, String mediaType, String description, int level) throws IOException {
        require(ObjectKeys.valid(path) && !path.equals(MANIFEST), "not a path in an archive: %s", path);
        if (entries.size() == FILES_MAX) {
            throw new IllegalStateException("an archive has at most %d files".formatted(FILES_MAX));
        }
        zip.setLevel(level);
        zip.putNextEntry(new ZipEntry(path));
        var begun = new OpenEntry(path, mediaType, description, new Measured(zip));
        open = begun;
        return begun;
    }

    private void finishFile() {
        var ended = open;
        if (ended == null) {
            return;
        }
        open = null;
        try {
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var digest = HexFormat.of().formatHex(ended.out().getMessageDigest().digest());
        entries.add(new Entry(ended.path(), ended.mediaType(), ended.description(), ended.out().size, digest));
    }

    /** Adds the list; nothing can be added after it. */
    void finish(AccountId account, Instant now) {
        try {
            finishFile();
            zip.setLevel(Deflater.DEFAULT_COMPRESSION);
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Manifest(account, now, entries)));
            zip.closeEntry();
            zip.finish();
            zip.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

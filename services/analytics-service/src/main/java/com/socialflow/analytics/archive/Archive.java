package com.socialflow.analytics.archive;

import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.views.Beacon;
import com.socialflow.views.BeaconCodec;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Files of the log in object storage. A file's name says which entries it has: what is there is the archive's only
 * memory.
 */
public final class Archive {

    private static final Duration HOUR = Duration.ofHours(1);

    /** After every date. */
    private static final String LAST = "z";

    private final ObjectStorage storage;

    public Archive(ObjectStorage storage) {
        this.storage = storage;
    }

    void store(Piece piece) {
        var file = piece.file();
        try {
            storage.put(piece.key().text(), new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first entry of the partition that no file has; 0 when there is none since then. */
    long next(int partition, Instant since) {
        return files(partition, since, Instant.MAX).stream()
                        .mapToLong(PieceKey::last)
                        .max()
                        .orElse(-1)
                + 1;
    }

    /**
     * Gives the beacons that were received from the one time to the other and perhaps some more: those of a partition
     * in their order, each once, even when a process that was given up wrote a file beside its successor.
     */
    public void read(Instant from, Instant to, Consumer<Beacon> reader) {
        for (var partition : partitions()) {
            var read = -1L;
            for (var key : files(partition, from.minus(HOUR), to.plus(HOUR))) {
                if (key.last() > read) {
                    read(key, read, reader);
                    read = key.last();
                }
            }
        }
    }

    private void read(PieceKey key, long after, Consumer<Beacon> reader) {
        try (var content = storage.get(key.text())
                        .orElseThrow(() -> new IllegalStateException("a file of the archive is gone: " + key.text()));
                var file = ParquetFileReader.open(
                        InputFile.of(ByteBuffer.wrap(content.stream().readAllBytes())));
                var rows = file.rowReader()) {
            while (rows.hasNext()) {
                rows.next();
                if (rows.getLong("log_offset") > after) {
                    beacon(rows.getBinary("entry"), reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is no beacon nobody else counted either. */
    private static void beacon(byte[] entry, Consumer<Beacon> reader) {
        Beacon beacon;
        try {
            beacon = BeaconCodec.read(entry);
        } catch (IllegalArgumentException e) {
            return;
        }
        reader.accept(beacon);
    }

    /** Those that have a file: each is the one of the first key after all keys of the one before. */
    private List<Integer> partitions() {
        var found = new ArrayList<Integer>();
        var next = storage.list(PieceKey.ROOT, "", 1);
        while (!next.isEmpty()) {
            var partition = PieceKey.parse(next.getFirst().key()).partition();
            found.add(partition);
            next = storage.list(PieceKey.ROOT, PieceKey.folder(partition) + LAST, 1);
        }
        return found;
    }

    /** Of these hours, in the order of their entries. */
    private List<PieceKey> files(int partition, Instant from, Instant to) {
        var found = new ArrayList<PieceKey>();
        var after = PieceKey.before(partition, from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from);
        while (true) {
            var page = storage.list(PieceKey.folder(partition), after, ObjectStorage.LIST_MAX);
            for (var object : page) {
                var key = PieceKey.parse(object.key());
                if (key.hour().isAfter(to)) {
                    return sorted(found);
                }
                found.add(key);
            }
            if (page.size() < ObjectStorage.LIST_MAX) {
                return sorted(found);
            }
            after = page.getLast().key();
        }
    }

    private static List<PieceKey> sorted(List<PieceKey> keys) {
        keys.sort(Comparator.comparingLong(PieceKey::first).thenComparing(PieceKey::last, Comparator.reverseOrder()));
        return keys;
    }
}

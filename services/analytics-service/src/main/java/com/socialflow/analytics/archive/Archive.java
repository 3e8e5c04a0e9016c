package com.socialflow.analytics.archive;

import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.views.Beacon;
import com.socialflow.views.BeaconCodec;
import com.socialflow.views.ImpressionCodec;
import com.socialflow.views.Impressions;
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
import java.util.function.Function;

/**
 * Files of the logs in object storage. A file's name says which entries it has: what is there is the archive's only
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
    long next(ArchivedLog log, int partition, Instant since) {
        return files(log, partition, since, Instant.MAX).stream()
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
        read(ArchivedLog.BEACONS, from, to, entry -> tell(entry, BeaconCodec::read, reader));
    }

    /** As {@link #read}, of impressions. */
    public void readImpressions(Instant from, Instant to, Consumer<Impressions> reader) {
        read(ArchivedLog.IMPRESSIONS, from, to, entry -> tell(entry, ImpressionCodec::read, reader));
    }

    private void read(ArchivedLog log, Instant from, Instant to, Consumer<byte[]> reader) {
        for (var partition : partitions(log)) {
            var read = -1L;
            for (var key : files(log, partition, from.minus(HOUR), to.plus(HOUR))) {
                if (key.last() > read) {
                    read(key, read, reader);
                    read = key.last();
                }
            }
        }
    }

    private void read(PieceKey key, long after, Consumer<byte[]> reader) {
        try (var content = storage.get(key.text())
                        .orElseThrow(() -> new IllegalStateException("a file of the archive is gone: " + key.text()));
                var file = ParquetFileReader.open(
                        InputFile.of(ByteBuffer.wrap(content.stream().readAllBytes())));
                var rows = file.rowReader()) {
            while (rows.hasNext()) {
                rows.next();
                if (rows.getLong("log_offset") > after) {
                    reader.accept(rows.getBinary("entry"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What says nothing nobody else counted either. */
    private static <T> void tell(byte[] entry, Function<byte[], T> codec, Consumer<T> reader) {
        T told;
        try {
            told = codec.apply(entry);
        } catch (IllegalArgumentException e) {
            return;
        }
        reader.accept(told);
    }

    /** Those that have a file: each is the one of the first key after all keys of the one before. */
    private List<Integer> partitions(ArchivedLog log) {
        var found = new ArrayList<Integer>();
        var next = storage.list(log.root(), "", 1);
        while (!next.isEmpty()) {
            var partition = PieceKey.parse(log, next.getFirst().key()).partition();
            found.add(partition);
            next = storage.list(log.root(), PieceKey.folder(log, partition) + LAST, 1);
        }
        return found;
    }

    /** Of these hours, in the order of their entries. */
    private List<PieceKey> files(ArchivedLog log, int partition, Instant from, Instant to) {
        var found = new ArrayList<PieceKey>();
        var after = PieceKey.before(log, partition, from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from);
        while (true) {
            var page = storage.list(PieceKey.folder(log, partition), after, ObjectStorage.LIST_MAX);
            for (var object : page) {
                var key = PieceKey.parse(log, object.key());
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

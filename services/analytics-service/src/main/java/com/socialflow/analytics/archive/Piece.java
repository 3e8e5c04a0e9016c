package com.socialflow.analytics.archive;

import static com.socialflow.core.Require.require;

import com.socialflow.analytics.archive.ParquetColumn.Kind;
import com.socialflow.views.Beacon;
import com.socialflow.views.BeaconCodec;
import com.socialflow.views.ImpressionCodec;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Entries of one partition of the log, one after the other, on their way to a file. */
final class Piece {

    /** A file of about 10 MB. */
    static final int ROWS_MAX = 100_000;

    /** Held in memory for each partition while the hour is not over. */
    static final int BYTES_MAX = 16 << 20;

    private static final Logger logger = LoggerFactory.getLogger(Piece.class);

    private final ParquetColumn offsets = new ParquetColumn("log_offset", Kind.NUMBER);
    private final ParquetColumn received = new ParquetColumn("received_at", Kind.TIME);
    private final ParquetColumn videos = new ParquetColumn("video", Kind.NUMBER);
    private final ParquetColumn sources = new ParquetColumn("source", Kind.TEXT);
    private final ParquetColumn countries = new ParquetColumn("country", Kind.TEXT);
    private final ParquetColumn devices = new ParquetColumn("device", Kind.TEXT);
    private final ParquetColumn entries = new ParquetColumn("entry", Kind.BYTES);

    private final ParquetColumn shown = new ParquetColumn("shown", Kind.NUMBER);

    private final ArchivedLog log;
    private final int partition;
    private final Instant hour;
    private final long first;
    private long last;
    private int rows;

    /** From this offset on; of entries that were received in this hour, or came too late for the one before. */
    Piece(ArchivedLog log, int partition, Instant hour, long first) {
        this.log = log;
        this.partition = partition;
        this.hour = hour;
        this.first = first;
        this.last = first - 1;
    }

    /** Gives the beacon that the entry is, if it is one. */
    Optional<Beacon> add(long offset, long receivedMillis, byte[] entry) {
        require(offset > last, "entries come in their order");
        last = offset;
        rows++;
        offsets.add(offset);
        received.add(receivedMillis);
        entries.add(entry);
        return switch (log) {
            case BEACONS -> beacon(offset, entry);
            case IMPRESSIONS -> {
                shown.add(read(offset, entry, ImpressionCodec::read)
                        .map(told -> told.shown().size())
                        .orElse(0));
                yield Optional.empty();
            }
        };
    }

    private Optional<Beacon> beacon(long offset, byte[] entry) {
        var beacon = read(offset, entry, BeaconCodec::read);
        videos.add(beacon.map(one -> one.video().value()).orElse(0L));
        sources.add(beacon.map(one -> word(one.source())).orElse(""));
        countries.add(beacon.map(one -> one.client().country()).orElse(""));
        devices.add(beacon.map(one -> word(one.client().device())).orElse(""));
        return beacon;
    }

    private <T> Optional<T> read(long offset, byte[] entry, Function<byte[], T> codec) {
        try {
            return Optional.of(codec.apply(entry));
        } catch (IllegalArgumentException e) {
            logger.warn("offset {} of partition {} of {} says nothing, kept as it is", offset, partition, log.topic());
            return Optional.empty();
        }
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    Instant hour() {
        return hour;
    }

    boolean full() {
        return rows >= ROWS_MAX || entries.size() >= BYTES_MAX;
    }

    PieceKey key() {
        return new PieceKey(log, partition, hour, first, last);
    }

    byte[] file() {
        return switch (log) {
            case BEACONS ->
                ParquetFile.of(List.of(offsets, received, videos, sources, countries, devices, entries), rows);
            case IMPRESSIONS -> ParquetFile.of(List.of(offsets, received, shown, entries), rows);
        };
    }
}

package com.socialflow.analytics.archive;

import com.socialflow.views.Beacon;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Entries of a log that are in no file yet, by partition. They are stored when they are many, their hour is over, or
 * the program stops; until then Kafka has them, and a process that starts anew reads them again.
 */
final class Pieces {

    /** After an hour, for what is still under way. */
    static final Duration GRACE = Duration.ofMinutes(2);

    private final ArchivedLog log;
    private final Archive archive;
    private final Clock clock;
    private final Map<Integer, Piece> open = new HashMap<>();

    Pieces(ArchivedLog log, Archive archive, Clock clock) {
        this.log = log;
        this.archive = archive;
        this.clock = clock;
    }

    /** Gives the beacon that the entry is, if it is one. */
    Optional<Beacon> add(int partition, long offset, long receivedMillis, byte[] entry) {
        var hour = Instant.ofEpochMilli(receivedMillis).truncatedTo(ChronoUnit.HOURS);
        var piece = open.get(partition);
        if (piece != null && (piece.full() || hour.isAfter(piece.hour()))) {
            store(partition, piece);
            piece = null;
        }
        if (piece == null) {
            piece = new Piece(log, partition, hour, offset);
            open.put(partition, piece);
        }
        return piece.add(offset, receivedMillis, entry);
    }

    /** Stores those whose hour is over. */
    void storeOver() {
        var now = clock.instant();
        for (var each : List.copyOf(open.entrySet())) {
            if (!each.getValue().hour().plus(1, ChronoUnit.HOURS).plus(GRACE).isAfter(now)) {
                store(each.getKey(), each.getValue());
            }
        }
    }

    /** Stores all of them, over or not. */
    void storeAll() {
        Map.copyOf(open).forEach(this::store);
    }

    /** Another process has the partition now, and reads from the last file on. */
    void forget(int partition) {
        open.remove(partition);
    }

    private void store(int partition, Piece piece) {
        archive.store(piece);
        open.remove(partition);
    }
}

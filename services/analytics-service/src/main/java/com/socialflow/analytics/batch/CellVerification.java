package com.socialflow.analytics.batch;

import com.socialflow.analytics.archive.Archive;
import com.socialflow.analytics.cells.Cell;
import com.socialflow.analytics.cells.CellKey;
import com.socialflow.analytics.cells.Granularity;
import com.socialflow.core.VideoId;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.proto.analytics.v1.CellRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Recounts days of the archived log and compares, cell for cell, with what the stream wrote. On demand it writes what
 * should be there. Likes and all that is not counted from the log is left alone.
 */
public final class CellVerification {

    /** Of differences, so many are told one by one. */
    static final int TOLD_MAX = 100;

    /** Minutes are swept after this time, and are not missed then. */
    private static final Duration MINUTES_KEPT = Duration.ofDays(7);

    /** What is counted of a day may change for so long. */
    private static final Duration SETTLED_AFTER = Duration.ofHours(27);

    /** Videos are taken in so many turns: what is held in memory is a share of a day's sessions. */
    private static final int TURNS = 4;

    private final StreamCellStore store;
    private final Recount recount;

    public CellVerification(DataSource database, ObjectStorage storage) {
        this.store = new StreamCellStore(database);
        this.recount = new Recount(new Archive(storage));
    }

    /**
     * What was found.
     *
     * @param cells how many were compared
     * @param different how many of them were not as they should be
     * @param told the first of those, each with what differs
     * @param repaired whether they are now
     * @param settled whether no beacon of these days can come any more
     */
    public record Report(long cells, long different, List<String> told, boolean repaired, boolean settled) {}

    /** Verifies days of UTC, both included; writes what should be there when told to repair. */
    public Report verify(LocalDate first, LocalDate last, boolean repair, Instant now) {
        var report = new Counted();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            var from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            for (var turn = 0; turn < TURNS; turn++) {
                verify(from, from.plus(Granularity.DAY.length()), turn, new Task(report, repair, now));
            }
        }
        var end = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Report(
                report.cells,
                report.different,
                List.copyOf(report.told),
                repair && report.different > 0,
                !end.plus(SETTLED_AFTER).isAfter(now));
    }

    private static final class Counted {
        long cells;
        long different;
        final List<String> told = new ArrayList<>();
    }

    private record Task(Counted report, boolean repair, Instant now) {}

    private void verify(Instant from, Instant to, int turn, Task task) {
        var expected = recount.cells(from, to, video -> turn(video) == turn);
        var wrong = new HashMap<CellKey, CellRow>();
        for (var granularity : Granularity.values()) {
            if (granularity == Granularity.MINUTE && from.isBefore(task.now().minus(MINUTES_KEPT))) {
                expected.keySet().removeIf(key -> key.granularity() == Granularity.MINUTE);
                continue;
            }
            store.read(granularity, from, to, (key, row) -> {
                if (turn(key.video()) == turn) {
                    compare(key, row, expected.remove(key), wrong, task.report());
                }
            });
        }
        expected.forEach((key, cell) -> compare(key, CellRow.getDefaultInstance(), cell, wrong, task.report()));
        if (task.repair()) {
            wrong.forEach(store::put);
        }
    }

    private static int turn(long video) {
        return Math.floorMod(Long.hashCode(video * 0x9E3779B97F4A7C15L), TURNS);
    }

    private static void compare(
            CellKey key, CellRow stored, @Nullable Cell counted, Map<CellKey, CellRow> wrong, Counted report) {
        var should = counted == null ? CellRow.getDefaultInstance() : counted.row();
        report.cells++;
        StreamCells.difference(stored, should).ifPresent(difference -> {
            report.different++;
            wrong.put(key, should);
            if (report.told.size() < TOLD_MAX) {
                report.told.add("%s: %s".formatted(name(key), difference));
            }
        });
    }

    private static String name(CellKey key) {
        return "video %s, %s from %s, %s%s"
                .formatted(
                        new VideoId(key.video()),
                        key.granularity().word(),
                        Instant.ofEpochMilli(key.start()),
                        key.dimension().word(),
                        key.value().isEmpty() ? "" : " " + key.value());
    }
}

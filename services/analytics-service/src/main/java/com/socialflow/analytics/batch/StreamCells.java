package com.socialflow.analytics.batch;

import com.google.protobuf.ByteString;
import com.socialflow.analytics.cells.Uniques;
import com.socialflow.proto.analytics.v1.CellRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds what the stream wrote of a cell against what it should be. */
final class StreamCells {

    private record Column(String name, Function<CellRow, Object> value) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("views", CellRow::getViews),
            new Column("raw_views", CellRow::getRawViews),
            // Sketches of the same visitors may have other bytes: what they say counts.
            new Column("uniques", row -> uniques(row.getUniques())),
            new Column("watch_millis", CellRow::getWatchMillis),
            new Column("played_sum", CellRow::getPlayedSum),
            new Column("retention", CellRow::getRetention),
            new Column("live_peak", CellRow::getLivePeak),
            new Column("startup", CellRow::getStartup),
            new Column("stalls", CellRow::getStalls),
            new Column("stalled_millis", CellRow::getStalledMillis),
            new Column("failures", CellRow::getFailures),
            new Column("exits_before_start", CellRow::getExitsBeforeStart),
            new Column("impressions", CellRow::getImpressions),
            new Column("clicks", CellRow::getClicks));

    private StreamCells() {}

    /** In which columns they differ, and how; empty when in none. */
    static Optional<String> difference(@Nullable CellRow stored, CellRow counted) {
        var row = stored == null ? CellRow.getDefaultInstance() : stored;
        var said = new StringBuilder();
        for (var column : COLUMNS) {
            var is = column.value().apply(row);
            var should = column.value().apply(counted);
            if (!is.equals(should)) {
                said.append(said.isEmpty() ? "" : ", ").append(column.name());
                if (is instanceof Number) {
                    said.append(" is %s, should be %s".formatted(is, should));
                }
            }
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(said.toString());
    }

    private static long uniques(ByteString sketch) {
        var uniques = new Uniques();
        uniques.add(sketch.toByteArray());
        return uniques.estimate();
    }
}

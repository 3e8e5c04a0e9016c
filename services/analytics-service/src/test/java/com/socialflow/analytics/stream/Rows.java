package com.socialflow.analytics.stream;

import com.google.protobuf.ByteString;
import com.socialflow.analytics.cells.Cell;
import com.socialflow.analytics.cells.CellKey;
import com.socialflow.analytics.cells.Dimension;
import com.socialflow.analytics.cells.Granularity;
import com.socialflow.analytics.cells.Uniques;
import com.socialflow.proto.analytics.v1.CellRow;
import com.socialflow.testkit.TestDatabase;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** What the database has, and how to look at it. */
final class Rows {

    private final TestDatabase database;

    private Rows(TestDatabase database) {
        this.database = database;
    }

    /** In a database with the service's tables. */
    static Rows in(TestDatabase database) {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .schemas("analytics")
                .locations("classpath:db/migration/analytics")
                .load()
                .migrate();
        return new Rows(database);
    }

    /**
     * Cells from the first video on to the last, comparable, by their text. What a view left altogether says nothing.
     */
    Map<String, String> ofVideos(long first, long last) {
        var found = new TreeMap<String, String>();
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            for (var granularity : Granularity.values()) {
                try (var query = connection.prepareStatement(
                        "SELECT * FROM analytics.cell_" + granularity.word() + " WHERE video_id BETWEEN ? AND ?")) {
                    query.setLong(1, first);
                    query.setLong(2, last);
                    try (var rows = query.executeQuery()) {
                        while (rows.next()) {
                            add(found, granularity, rows);
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static void add(Map<String, String> found, Granularity granularity, ResultSet row) throws SQLException {
        var key = new CellKey(
                row.getLong("video_id"),
                granularity,
                Dimension.valueOf(row.getString("dimension").toUpperCase(Locale.ROOT)),
                row.getObject("start_at", OffsetDateTime.class).toInstant().toEpochMilli(),
                row.getString("dimension_value"));
        var read = CellRow.newBuilder()
                .setCell(key.text())
                .setViews(row.getLong("views"))
                .setRawViews(row.getLong("raw_views"))
                .setUniques(bytes(row.getBytes("uniques")))
                .setWatchMillis(row.getLong("watch_millis"))
                .setPlayedSum(row.getLong("played_sum"))
                .setRetention(bytes(row.getBytes("retention")))
                .setLivePeak(row.getLong("live_peak"))
                .setStartup(bytes(row.getBytes("startup")))
                .setStalls(row.getLong("stalls"))
                .setStalledMillis(row.getLong("stalled_millis"))
                .setFailures(row.getLong("failures"))
                .setExitsBeforeStart(row.getLong("exits_before_start"))
                .setImpressions(row.getLong("impressions"))
                .setClicks(row.getLong("clicks"))
                .build();
        if (!read.equals(new Cell(key).row())) {
            found.put(key.text(), comparable(read));
        }
    }

    private static ByteString bytes(byte @Nullable [] stored) {
        return stored == null ? ByteString.EMPTY : ByteString.copyFrom(stored);
    }

    /** Bytes of sketches depend on the order of visitors, what they say does not. */
    static String comparable(CellRow row) {
        var uniques = new Uniques();
        uniques.add(row.getUniques().toByteArray());
        return row.toBuilder().clearUniques().build() + "uniques: " + uniques.estimate();
    }
}

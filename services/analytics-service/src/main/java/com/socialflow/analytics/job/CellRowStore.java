package com.socialflow.analytics.job;

import com.google.protobuf.ByteString;
import com.socialflow.analytics.cells.CellKey;
import com.socialflow.analytics.cells.Granularity;
import com.socialflow.proto.analytics.v1.CellRow;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Writes cells by a connection of its own: on a cluster there is no pool, and one task writes one batch at a time. */
final class CellRowStore implements RowWriter {

    /** A database that says nothing for so long is gone. */
    private static final String SOCKET_TIMEOUT_S = "30";

    private static final String CONNECT_TIMEOUT_S = "10";

    /** By other writers of the same rows, who count what people do beside watching. */
    private static final int TRIES_MAX = 5;

    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";

    private static final String UPSERT = """
            INSERT INTO analytics.cell_minute
                   (video_id, dimension, start_at, dimension_value, views, raw_views, uniques, watch_millis, played_sum,
                    retention, live_peak, startup, stalls, stalled_millis, failures, exits_before_start, impressions,
                    clicks)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (video_id, dimension, start_at, dimension_value) DO UPDATE
               SET views = excluded.views, raw_views = excluded.raw_views, uniques = excluded.uniques,
                   watch_millis = excluded.watch_millis, played_sum = excluded.played_sum,
                   retention = excluded.retention, live_peak = excluded.live_peak, startup = excluded.startup,
                   stalls = excluded.stalls, stalled_millis = excluded.stalled_millis,
                   failures = excluded.failures, exits_before_start = excluded.exits_before_start,
                   impressions = excluded.impressions, clicks = excluded.clicks
            """;

    /** One table each, all alike. */
    private static final Map<Granularity, String> UPSERTS = new EnumMap<>(Map.of(
            Granularity.MINUTE, UPSERT,
            Granularity.HOUR, UPSERT.replace("analytics.cell_minute", "analytics.cell_hour"),
            Granularity.DAY, UPSERT.replace("analytics.cell_minute", "analytics.cell_day")));

    private final JobSettings.Database database;
    private @Nullable Connection connection;

    CellRowStore(JobSettings.Database database) {
        this.database = database;
    }

    /** In one transaction. */
    @Override
    public void write(Collection<CellRow> rows) throws IOException {
        for (var attempt = 1; ; attempt++) {
            try {
                attempt(rows);
                return;
            } catch (SQLException e) {
                var again = SERIALIZATION_FAILURE.equals(e.getSQLState()) || DEADLOCK.equals(e.getSQLState());
                close();
                if (!again || attempt == TRIES_MAX) {
                    throw new IOException("cells cannot be written", e);
                }
            }
        }
    }

    private void attempt(Collection<CellRow> rows) throws SQLException {
        var open = connect();
        for (var granularity : Granularity.values()) {
            try (var statement = open.prepareStatement(UPSERTS.get(granularity))) {
                // In the order in which others lock them too.
                var cells = rows.stream()
                        .map(row -> new Keyed(CellKey.parse(row.getCell()), row))
                        .filter(cell -> cell.key().granularity() == granularity)
                        .sorted(Keyed.ORDER)
                        .toList();
                for (var cell : cells) {
                    set(statement, cell.key(), cell.row());
                    statement.addBatch();
                }
                if (!cells.isEmpty()) {
                    statement.executeBatch();
                }
            }
        }
        open.commit();
    }

    private record Keyed(CellKey key, CellRow row) {

        static final Comparator<Keyed> ORDER = Comparator.<Keyed>comparingLong(
                        cell -> cell.key().video())
                .thenComparing(cell -> cell.key().dimension())
                .thenComparingLong(cell -> cell.key().start())
                .thenComparing(cell -> cell.key().value());
    }

    private static void set(PreparedStatement statement, CellKey key, CellRow row) throws SQLException {
        statement.setLong(1, key.video());
        statement.setString(2, key.dimension().word());
        statement.setObject(3, OffsetDateTime.ofInstant(Instant.ofEpochMilli(key.start()), ZoneOffset.UTC));
        statement.setString(4, key.value());
        statement.setLong(5, row.getViews());
        statement.setLong(6, row.getRawViews());
        bytes(statement, 7, row.getUniques());
        statement.setLong(8, row.getWatchMillis());
        statement.setLong(9, row.getPlayedSum());
        bytes(statement, 10, row.getRetention());
        statement.setLong(11, row.getLivePeak());
        bytes(statement, 12, row.getStartup());
        statement.setLong(13, row.getStalls());
        statement.setLong(14, row.getStalledMillis());
        statement.setLong(15, row.getFailures());
        statement.setLong(16, row.getExitsBeforeStart());
        statement.setLong(17, row.getImpressions());
        statement.setLong(18, row.getClicks());
    }

    /** What there is nothing of is null. */
    private static void bytes(PreparedStatement statement, int column, ByteString value) throws SQLException {
        if (value.isEmpty()) {
            statement.setNull(column, Types.BINARY);
        } else {
            statement.setBytes(column, value.toByteArray());
        }
    }

    private Connection connect() throws SQLException {
        var open = connection;
        if (open == null) {
            var properties = new Properties();
            properties.setProperty("user", database.user());
            properties.setProperty("password", database.password());
            properties.setProperty("reWriteBatchedInserts", "true");
            properties.setProperty("socketTimeout", SOCKET_TIMEOUT_S);
            properties.setProperty("connectTimeout", CONNECT_TIMEOUT_S);
            properties.setProperty("ApplicationName", "socialflow-stream");
            open = DriverManager.getConnection(database.url(), properties);
            open.setAutoCommit(false);
            connection = open;
        }
        return open;
    }

    @Override
    public void close() {
        var open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // It was of no use any more; the next try has another.
            }
        }
    }
}

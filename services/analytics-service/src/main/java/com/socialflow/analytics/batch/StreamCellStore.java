package com.socialflow.analytics.batch;

import com.google.protobuf.ByteString;
import com.socialflow.analytics.cells.CellKey;
import com.socialflow.analytics.cells.Dimension;
import com.socialflow.analytics.cells.Granularity;
import com.socialflow.proto.analytics.v1.CellRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes what the stream counts of cells, and nothing else of them. */
final class StreamCellStore {

    private final JdbcClient jdbc;

    StreamCellStore(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** Every cell of the granularity that begins in the span. */
    void read(Granularity granularity, Instant from, Instant to, BiConsumer<CellKey, CellRow> reader) {
        jdbc.sql("""
                SELECT video_id, dimension, start_at, dimension_value, views, raw_views, uniques, watch_millis,
                       played_sum, retention, live_peak, startup, stalls, stalled_millis, failures, exits_before_start,
                       impressions, clicks
                  FROM analytics.cell_%s
                 WHERE start_at >= ? AND start_at < ?
                """.formatted(granularity.word()))
                .param(from.atOffset(ZoneOffset.UTC))
                .param(to.atOffset(ZoneOffset.UTC))
                .query((RowCallbackHandler) row -> {
                    reader.accept(key(granularity, row), row(row));
                });
    }

    /** Writes over what the stream counted in the cell. */
    void put(CellKey key, CellRow row) {
        jdbc.sql("""
                INSERT INTO analytics.cell_%s
                       (video_id, dimension, start_at, dimension_value, views, raw_views, uniques, watch_millis,
                        played_sum, retention, live_peak, startup, stalls, stalled_millis, failures,
                        exits_before_start, impressions, clicks)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (video_id, dimension, start_at, dimension_value) DO UPDATE
                   SET views = excluded.views, raw_views = excluded.raw_views, uniques = excluded.uniques,
                       watch_millis = excluded.watch_millis, played_sum = excluded.played_sum,
                       retention = excluded.retention, live_peak = excluded.live_peak, startup = excluded.startup,
                       stalls = excluded.stalls, stalled_millis = excluded.stalled_millis,
                       failures = excluded.failures, exits_before_start = excluded.exits_before_start,
                       impressions = excluded.impressions, clicks = excluded.clicks
                """.formatted(key.granularity().word()))
                .param(key.video())
                .param(key.dimension().word())
                .param(Instant.ofEpochMilli(key.start()).atOffset(ZoneOffset.UTC))
                .param(key.value())
                .param(row.getViews())
                .param(row.getRawViews())
                .param(bytes(row.getUniques()))
                .param(row.getWatchMillis())
                .param(row.getPlayedSum())
                .param(bytes(row.getRetention()))
                .param(row.getLivePeak())
                .param(bytes(row.getStartup()))
                .param(row.getStalls())
                .param(row.getStalledMillis())
                .param(row.getFailures())
                .param(row.getExitsBeforeStart())
                .param(row.getImpressions())
                .param(row.getClicks())
                .update();
    }

    private static CellKey key(Granularity granularity, ResultSet row) throws SQLException {
        return new CellKey(
                row.getLong(1),
                granularity,
                Dimension.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getObject(3, OffsetDateTime.class).toInstant().toEpochMilli(),
                row.getString(4));
    }

    private static CellRow row(ResultSet row) throws SQLException {
        return CellRow.newBuilder()
                .setViews(row.getLong(5))
                .setRawViews(row.getLong(6))
                .setUniques(string(row.getBytes(7)))
                .setWatchMillis(row.getLong(8))
                .setPlayedSum(row.getLong(9))
                .setRetention(string(row.getBytes(10)))
                .setLivePeak(row.getLong(11))
                .setStartup(string(row.getBytes(12)))
                .setStalls(row.getLong(13))
                .setStalledMillis(row.getLong(14))
                .setFailures(row.getLong(15))
                .setExitsBeforeStart(row.getLong(16))
                .setImpressions(row.getLong(17))
                .setClicks(row.getLong(18))
                .build();
    }

    private static ByteString string(byte @Nullable [] bytes) {
        return bytes == null ? ByteString.EMPTY : ByteString.copyFrom(bytes);
    }

    /** What there is nothing of is null. */
    private static byte @Nullable [] bytes(ByteString value) {
        return value.isEmpty() ? null : value.toByteArray();
    }
}

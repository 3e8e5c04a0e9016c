package com.socialflow.analytics.studio;

import com.socialflow.analytics.cells.Dimension;
import com.socialflow.analytics.cells.Granularity;
import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads cells, of one video or of all of a person. */
@Component
class FigureStore {

    /** Which cells to read. Times are those of cells' begins; the last is not included. */
    record Cells(Scope scope, Granularity granularity, Dimension dimension, Instant from, Instant to) {}

    /** One piece of time, with sums over the scope; sketches are of one cell. */
    record Row(Instant start, String value, @Nullable VideoId video, ResultSet columns) {

        /** Adds all counts of a cell. */
        void addCountsTo(Figures figures) {
            try {
                for (var count : OF_CELLS) {
                    var value = columns.getLong(count.column());
                    if (!columns.wasNull()) {
                        figures.add(count, value);
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Adds what cannot be summed in SQL. */
        void addSketchesTo(Figures figures) {
            try {
                figures.addUniques(columns.getBytes("uniques"));
                figures.addStartUps(columns.getBytes("startup"));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final List<Count> OF_CELLS =
            Arrays.stream(Count.values()).filter(count -> !count.ofFollows()).toList();

    private static final String SUMS = OF_CELLS.stream()
            .map(count -> "%s(c.%s) AS %s"
                    .formatted(count == Count.LIVE_PEAK ? "max" : "sum", count.column(), count.column()))
            .collect(Collectors.joining(", "));

    private static final String ALL =
            OF_CELLS.stream().map(count -> "c." + count.column()).collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All counts, by piece of time and value of the dimension, summed over the videos. */
    void counts(Cells cells, Consumer<Row> reader) {
        asked("""
                SELECT c.start_at, c.dimension_value, NULL::bigint AS video_id, %s
                  FROM analytics.cell_%s c
                 WHERE %s
                   AND c.dimension = ? AND c.start_at >= ? AND c.start_at < ?
                 GROUP BY c.start_at, c.dimension_value
                """.formatted(SUMS, cells.granularity().word(), condition(cells.scope())), cells)
                .query(row -> {
                    reader.accept(row(row));
                });
    }

    /** Sketches of every cell that has any. */
    void sketches(Cells cells, boolean uniques, boolean startUps, Consumer<Row> reader) {
        asked(
                        """
                SELECT c.start_at, c.dimension_value, c.video_id, %s AS uniques, %s AS startup
                  FROM analytics.cell_%s c
                 WHERE %s
                   AND c.dimension = ? AND c.start_at >= ? AND c.start_at < ?
                   AND (c.uniques IS NOT NULL OR c.startup IS NOT NULL)
                """.formatted(
                                        column("uniques", uniques),
                                        column("startup", startUps),
                                        cells.granularity().word(),
                                        condition(cells.scope())),
                        cells)
                .query(row -> {
                    reader.accept(row(row));
                });
    }

    /** Counts and sketches of every cell of one video: nothing is to be summed there. */
    void whole(Cells cells, boolean uniques, boolean startUps, Consumer<Row> reader) {
        asked(
                        """
                SELECT c.start_at, c.dimension_value, c.video_id, %s, %s AS uniques, %s AS startup
                  FROM analytics.cell_%s c
                 WHERE %s
                   AND c.dimension = ? AND c.start_at >= ? AND c.start_at < ?
                """.formatted(
                                        ALL,
                                        column("uniques", uniques),
                                        column("startup", startUps),
                                        cells.granularity().word(),
                                        condition(cells.scope())),
                        cells)
                .query(row -> {
                    reader.accept(row(row));
                });
    }

    /** The same of several videos, not told apart by anything. */
    void ofVideos(Collection<VideoId> videos, Instant from, Instant to, Consumer<Row> reader) {
        jdbc.sql("""
                SELECT c.start_at, c.dimension_value, c.video_id, %s, c.uniques, c.startup
                  FROM analytics.cell_day c
                 WHERE c.video_id = ANY (?::bigint[])
                   AND c.dimension = 'all' AND c.start_at >= ? AND c.start_at < ?
                """.formatted(ALL))
                .param(videos.stream().mapToLong(VideoId::value).toArray())
                .param(from.atOffset(ZoneOffset.UTC))
                .param(to.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    reader.accept(row(row));
                });
    }

    /** The person's videos with the most views, deleted ones left out. */
    List<TopView> top(AccountId owner, Instant from, Instant to, int limit) {
        return jdbc.sql("""
                SELECT o.video_id, o.title, sum(c.views) AS views, sum(c.watch_millis) AS watch_millis
                  FROM analytics.video_owner o
                  JOIN analytics.cell_day c ON c.video_id = o.video_id
                 WHERE o.owner_id = ? AND NOT o.gone
                   AND c.dimension = 'all' AND c.start_at >= ? AND c.start_at < ?
                 GROUP BY o.video_id, o.title
                HAVING sum(c.views) > 0
                 ORDER BY views DESC, o.video_id DESC
                 LIMIT ?
                """)
                .param(owner.value())
                .param(from.atOffset(ZoneOffset.UTC))
                .param(to.atOffset(ZoneOffset.UTC))
                .param(limit)
                .query((row, _) -> new TopView(
                        new VideoId(row.getLong(1)), row.getString(2), row.getLong(3), row.getLong(4) / 1_000.0))
                .list();
    }

    private StatementSpec asked(String sql, Cells cells) {
        var subject = switch (cells.scope()) {
            case Scope.One one -> one.video().value();
            case Scope.Channel channel -> channel.owner().value();
        };
        return jdbc.sql(sql)
                .param(subject)
                .param(cells.dimension().word())
                .param(cells.from().atOffset(ZoneOffset.UTC))
                .param(cells.to().atOffset(ZoneOffset.UTC));
    }

    private static String condition(Scope scope) {
        return switch (scope) {
            case Scope.One _ -> "c.video_id = ?";
            case Scope.Channel _ ->
                "c.video_id IN (SELECT o.video_id FROM analytics.video_owner o WHERE o.owner_id = ?)";
        };
    }

    private static String column(String name, boolean wanted) {
        return wanted ? "c." + name : "NULL::bytea";
    }

    private static Row row(ResultSet row) throws SQLException {
        var video = row.getLong(3);
        return new Row(time(row), row.getString(2), row.wasNull() ? null : new VideoId(video), row);
    }

    private static Instant time(ResultSet row) throws SQLException {
        return row.getObject(1, OffsetDateTime.class).toInstant();
    }
}

package com.socialflow.app.views;

import com.socialflow.engines.Engines;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What the stream wrote into the database of a program that runs. */
final class Cells {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;

    Cells(Path data) {
        this.data = data;
    }

    /** Valid views of all days by video. */
    Map<Long, Long> views() throws SQLException {
        try (var engines = Engines.attach(data)) {
            var server = engines.postgres(PATIENCE);
            try (var database = DriverManager.getConnection(server.url(), server.user(), server.password());
                    var statement = database.createStatement();
                    var rows = statement.executeQuery("""
                            SELECT video_id, sum(views) FROM analytics.cell_day
                             WHERE dimension = 'all' GROUP BY video_id
                            """)) {
                var found = new TreeMap<Long, Long>();
                while (rows.next()) {
                    found.put(rows.getLong(1), rows.getLong(2));
                }
                return found;
            }
        }
    }

    /** Has one of them say something else, of the newest hour of some video. */
    void falsify() throws SQLException {
        try (var engines = Engines.attach(data)) {
            var server = engines.postgres(PATIENCE);
            try (var database = DriverManager.getConnection(server.url(), server.user(), server.password());
                    var statement = database.createStatement()) {
                statement.executeUpdate("""
                        UPDATE analytics.cell_hour SET views = views + 1
                         WHERE (video_id, dimension, start_at) IN (
                               SELECT video_id, dimension, start_at FROM analytics.cell_hour
                                WHERE dimension = 'all' ORDER BY start_at DESC LIMIT 1)
                        """);
            }
        }
    }
}

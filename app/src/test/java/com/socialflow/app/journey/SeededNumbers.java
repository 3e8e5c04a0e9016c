package com.socialflow.app.journey;

import com.socialflow.analytics.cells.Retention;
import com.socialflow.analytics.cells.StartUps;
import com.socialflow.core.Ids;
import com.socialflow.engines.Engines;
import com.socialflow.proto.analytics.v1.Contribution;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** Numbers of a video as the stream would have written them: the same on each of the last 60 days. */
final class SeededNumbers {

    static final int VIEWS_OF_A_DAY = 100;

    private static final int DAYS = 60;
    private static final int HOURS = 48;
    private static final int MINUTES = 60;

    private static final String CELL = """
            INSERT INTO analytics.cell_%s (
                video_id, dimension, start_at, dimension_value, views, raw_views, watch_millis, played_sum, retention,
                impressions, clicks, startup, stalls, stalled_millis, failures, exits_before_start, likes, comments)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OWNER = """
            INSERT INTO analytics.video_owner (video_id, owner_id, title, published_at)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (video_id) DO UPDATE SET published_at = excluded.published_at
            """;

    private final long video;
    private final Instant now = Instant.now();

    private SeededNumbers(String video) {
        this.video = Ids.parse(video);
    }

    /** Writes them into the database of the shared program. */
    static void write(String video, String owner, String title) throws SQLException {
        try (var engines = Engines.attach(SharedProgram.get().data())) {
            var server = engines.postgres(Duration.ofSeconds(30));
            try (var database = DriverManager.getConnection(server.url(), server.user(), server.password())) {
                var numbers = new SeededNumbers(video);
                numbers.owner(database, Ids.parse(owner), title);
                numbers.cells(database, "day", ChronoUnit.DAYS, DAYS, VIEWS_OF_A_DAY);
                numbers.cells(database, "hour", ChronoUnit.HOURS, HOURS, 10);
                numbers.cells(database, "minute", ChronoUnit.MINUTES, MINUTES, 2);
            }
        }
    }

    private void owner(Connection database, long owner, String title) throws SQLException {
        try (var statement = database.prepareStatement(OWNER)) {
            statement.setLong(1, video);
            statement.setLong(2, owner);
            statement.setString(3, title);
            statement.setTimestamp(4, Timestamp.from(now.minus(DAYS, ChronoUnit.DAYS)));
            statement.executeUpdate();
        }
    }

    private void cells(Connection database, String table, ChronoUnit unit, int count, int views) throws SQLException {
        try (var statement = database.prepareStatement(CELL.formatted(table))) {
            for (var back = 0; back < count; back++) {
                var start = Timestamp.from(now.truncatedTo(unit).minus(back, unit));
                for (var part : List.of(
                        new Part("all", "", 1.0),
                        new Part("source", "search", 0.6),
                        new Part("source", "home", 0.4),
                        new Part("country", "NO", 0.4),
                        new Part("country", "DE", 0.2),
                        new Part("country", "JP", 0.1),
                        new Part("country", "unknown", 0.3),
                        new Part("device", "phone", 0.8),
                        new Part("device", "desktop", 0.2))) {
                    var values = values(part, start, Math.round(views * part.share));
                    for (var index = 0; index < values.size(); index++) {
                        statement.setObject(index + 1, values.get(index));
                    }
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    /** In the order of the statement. */
    private List<Object> values(Part part, Timestamp start, long views) {
        return List.of(
                video,
                part.dimension,
                start,
                part.value,
                views,
                views * 2,
                views * 60_000,
                views * 5_000,
                retention(views),
                views * 20,
                views * 2,
                startUps(views),
                views / 10,
                views * 100,
                views / 50,
                views / 25,
                views / 5,
                views / 10);
    }

    private record Part(String dimension, String value, double share) {}

    /** The first half was seen by all, the second by half of them. */
    private static byte[] retention(long views) {
        var retention = new Retention();
        var plays = IntStream.range(0, Retention.PARTS).map(part -> part < Retention.PARTS / 2 ? 2 : 1);
        var starts = IntStream.range(0, Retention.PARTS).map(part -> part == 0 ? 2 : 0);
        var two = Contribution.newBuilder();
        plays.forEach(two::addPlays);
        starts.forEach(two::addStarts);
        retention.add(two, views / 2);
        return retention.bytes().toByteArray();
    }

    private static byte[] startUps(long views) {
        var startUps = new StartUps();
        startUps.add(350, views);
        startUps.add(1_800, views / 10);
        return startUps.bytes().toByteArray();
    }
}

package com.socialflow.bench;

import com.socialflow.core.Ids;
import com.socialflow.engines.Engines;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What an owner waits for who looks at 90 days, of one video by the hour and of a whole channel by the day. */
final class StudioBench {

    private static final int DAYS = 90;

    /** Of the channel, each with cells of every day. */
    private static final int VIDEOS = 100;

    private static final int WARM_UP = 200;
    private static final int MEASURED = 500;
    private static final long SEED = 23;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<String> PARTS = List.of(
            "all\t",
            "source\thome",
            "source\tsearch",
            "source\trelated",
            "source\texternal",
            "country\tNO",
            "country\tDE",
            "country\tBR",
            "country\tunknown",
            "device\tmobile",
            "device\tdesktop",
            "device\ttv");

    private static final String COLUMNS =
            " (video_id, start_at, dimension, dimension_value, views, raw_views, watch_millis, played_sum, likes)";

    private final Running program;
    private final Creator creator;
    private final SplittableRandom random = new SplittableRandom(SEED);

    StudioBench(Running program, Creator creator) {
        this.program = program;
        this.creator = creator;
    }

    void measure(String video, Results results) throws Exception {
        var today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        var from = today.minus(DAYS, ChronoUnit.DAYS);
        plant(Ids.parse(video), from);
        var range = "?from=" + from + "&to=" + today + "&metrics=views,watchSeconds,likes";
        var one = "/api/v1/studio/videos/" + video + "/analytics" + range;
        ask(results, "studio, 90 days of a video by the hour", one + "&granularity=hour");
        ask(results, "studio, 90 days of a video by the day and source", one + "&granularity=day&dimension=source");
        var all = "/api/v1/studio/analytics" + range + "&granularity=day";
        ask(results, "studio, 90 days of " + VIDEOS + " videos by the day", all);
    }

    private void ask(Results results, String what, String path) throws IOException, InterruptedException {
        var request = Connection.get(path, creator.token());
        var took = new double[MEASURED];
        try (var connection = new Connection(program.port())) {
            for (var n = -WARM_UP; n < MEASURED; n++) {
                var began = System.nanoTime();
                connection.ask(request, OutputStream.nullOutputStream());
                if (n >= 0) {
                    took[n] = (System.nanoTime() - began) / 1e6;
                }
            }
        }
        Arrays.sort(took);
        results.note(what + ", median", took[MEASURED / 2], "ms");
        results.atMost(what + ", 99 of 100", took[MEASURED * 99 / 100], 50, "ms");
    }

    private void plant(long video, Instant from) throws SQLException {
        try (var engines = Engines.attach(program.data());
                var database = Database.connect(engines.postgres(PATIENCE))) {
            var owner = owner(database, video);
            try (var owners = new Rows(database, "analytics.video_owner (video_id, owner_id, title)")) {
                for (var n = 1; n < VIDEOS; n++) {
                    owners.add((video + n) + "\t" + owner + "\tMeasured " + n);
                }
            }
            try (var days = new Rows(database, "analytics.cell_day" + COLUMNS)) {
                for (var n = 0; n < VIDEOS; n++) {
                    cells(days, video + n, from, ChronoUnit.DAYS, DAYS);
                }
            }
            try (var hours = new Rows(database, "analytics.cell_hour" + COLUMNS)) {
                cells(hours, video, from, ChronoUnit.HOURS, DAYS * 24);
            }
            try (var statement = database.createStatement()) {
                statement.execute("ANALYZE analytics.cell_day, analytics.cell_hour, analytics.video_owner");
            }
        }
    }

    private void cells(Rows rows, long video, Instant from, ChronoUnit unit, int count) throws SQLException {
        for (var n = 0; n < count; n++) {
            var start = from.plus(Duration.of(1, unit).multipliedBy(n));
            for (var part : PARTS) {
                var views = 1 + random.nextInt(1_000);
                rows.add("%d\t%s\t%s\t%d\t%d\t%d\t%d\t%d"
                        .formatted(video, start, part, views, views + 50, views * 9_000L, views * 6_000L, views / 20));
            }
        }
    }

    private static long owner(java.sql.Connection database, long video) throws SQLException {
        try (var statement =
                database.prepareStatement("SELECT owner_id FROM analytics.video_owner WHERE video_id = ?")) {
            statement.setLong(1, video);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}

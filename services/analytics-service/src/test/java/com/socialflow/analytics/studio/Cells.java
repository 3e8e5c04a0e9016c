package com.socialflow.analytics.studio;

import com.socialflow.analytics.cells.Cell;
import com.socialflow.analytics.cells.CellKey;
import com.socialflow.core.VideoId;
import com.socialflow.proto.analytics.v1.CellRow;
import com.socialflow.proto.analytics.v1.Contribution;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what the stream would write of these views. */
final class Cells {

    private Cells() {}

    /** A view of this moment that counts, which came by search on a phone in Norway and played half of the video. */
    static Contribution.Builder view(VideoId video, Instant time) {
        var view = Contribution.newBuilder()
                .setVideo(video.value())
                .setTime(time.toEpochMilli())
                .setSource("search")
                .setCountry("NO")
                .setDevice("phone")
                .setValid(true)
                .setVisitor(time.toEpochMilli())
                .setWatchMillis(30_000)
                .setPlayed(5_000)
                .addStartup(420);
        for (var part = 0; part < 100; part++) {
            view.addPlays(part < 50 ? 1 : 0).addStarts(part == 0 ? 1 : 0);
        }
        return view;
    }

    static void write(JdbcClient jdbc, List<Contribution> views) {
        Map<CellKey, Cell> cells = new HashMap<>();
        for (var view : views) {
            for (var key : CellKey.of(view)) {
                cells.computeIfAbsent(key, Cell::new).apply(null, view);
            }
        }
        cells.forEach((key, cell) -> insert(jdbc, key, cell.row()));
    }

    private static void insert(JdbcClient jdbc, CellKey key, CellRow row) {
        jdbc.sql("""
                INSERT INTO analytics.cell_%s
                       (video_id, dimension, start_at, dimension_value, views, raw_views, uniques, watch_millis,
                        played_sum, retention, live_peak, startup, stalls, stalled_millis, failures,
                        exits_before_start)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """.formatted(key.granularity().word()))
                .param(key.video())
                .param(key.dimension().word())
                .param(Instant.ofEpochMilli(key.start()).atOffset(ZoneOffset.UTC))
                .param(key.value())
                .param(row.getViews())
                .param(row.getRawViews())
                .param(row.getUniques().toByteArray())
                .param(row.getWatchMillis())
                .param(row.getPlayedSum())
                .param(row.getRetention().toByteArray())
                .param(row.getLivePeak())
                .param(row.getStartup().toByteArray())
                .param(row.getStalls())
                .param(row.getStalledMillis())
                .param(row.getFailures())
                .param(row.getExitsBeforeStart())
                .update();
    }
}

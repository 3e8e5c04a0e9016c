package com.socialflow.analytics.studio;

import com.socialflow.analytics.cells.Retention;
import com.socialflow.core.VideoId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads retention from cells of days, and keeps that of videos of like length. */
@Component
class RetentionStore {

    private final JdbcClient jdbc;

    RetentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Curves of several views together. */
    static final class Played {
        final Retention retention = new Retention();
        long views;
    }

    Played ofVideo(VideoId video, Instant from, Instant to) {
        var played = new Played();
        jdbc.sql("""
                SELECT views, retention
                  FROM analytics.cell_day
                 WHERE video_id = ? AND dimension = 'all' AND start_at >= ? AND start_at < ?
                """)
                .param(video.value())
                .param(from.atOffset(ZoneOffset.UTC))
                .param(to.atOffset(ZoneOffset.UTC))
                .query((RowCallbackHandler) row -> {
                    played.views += row.getLong(1);
                    played.retention.add(row.getBytes(2));
                });
        return played;
    }

    /** Of up to so many cells of days since then, of videos at least so long and shorter than that. */
    Played ofLength(long fromMillis, long toMillis, Instant since, int cells) {
        var played = new Played();
        jdbc.sql("""
                SELECT c.views, c.retention
                  FROM analytics.video_length l
                  JOIN analytics.cell_day c ON c.video_id = l.video_id
                 WHERE l.duration_millis >= ? AND l.duration_millis < ?
                   AND c.dimension = 'all' AND c.start_at >= ? AND c.retention IS NOT NULL
                 LIMIT ?
                """)
                .param(fromMillis)
                .param(toMillis)
                .param(since.atOffset(ZoneOffset.UTC))
                .param(cells)
                .query((RowCallbackHandler) row -> {
                    played.views += row.getLong(1);
                    played.retention.add(row.getBytes(2));
                });
        return played;
    }

    void putLikeLength(int lengthClass, Played played, Instant now) {
        jdbc.sql("""
                INSERT INTO analytics.like_length (length_class, retention, views, computed_at)
                VALUES (?, ?, ?, ?)
                    ON CONFLICT (length_class) DO UPDATE
                   SET retention = excluded.retention, views = excluded.views, computed_at = excluded.computed_at
                """)
                .param(lengthClass)
                .param(played.retention.bytes().toByteArray())
                .param(played.views)
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Played> likeLength(int lengthClass) {
        return jdbc.sql("SELECT views, retention FROM analytics.like_length WHERE length_class = ?")
                .param(lengthClass)
                .query((row, _) -> {
                    var played = new Played();
                    played.views = row.getLong(1);
                    played.retention.add(row.getBytes(2));
                    return played;
                })
                .optional();
    }
}

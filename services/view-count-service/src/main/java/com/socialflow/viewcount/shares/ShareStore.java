package com.socialflow.viewcount.shares;

import com.socialflow.core.VideoId;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code view_count.share}. */
@Component
class ShareStore {

    private final JdbcClient jdbc;

    ShareStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(VideoId video, LocalDate day, String sharer) {
        return jdbc.sql("SELECT count(*) FROM view_count.share WHERE video_id = ? AND day = ? AND sharer = ?")
                        .param(video.value())
                        .param(day)
                        .param(sharer)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** False, and nothing, when it is there. */
    boolean insert(VideoId video, LocalDate day, String sharer) {
        return jdbc.sql("""
                        INSERT INTO view_count.share (video_id, day, sharer)
                        VALUES (?, ?, ?)
                            ON CONFLICT (video_id, day, sharer) DO NOTHING
                        """).param(video.value()).param(day).param(sharer).update() == 1;
    }

    /** Some of those before this day; gives how many there were. */
    int deleteBefore(LocalDate day, int limit) {
        return jdbc.sql("""
                DELETE FROM view_count.share
                 WHERE (video_id, day, sharer) IN (
                       SELECT video_id, day, sharer FROM view_count.share WHERE day < ? ORDER BY day LIMIT ?)
                """).param(day).param(limit).update();
    }
}

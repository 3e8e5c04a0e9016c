package com.socialflow.workers.jobs;

import com.socialflow.core.VideoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs. Whoever changes one, or what follows from its tasks, locks its row first: so its events are in order. */
class JobStore {

    private final JdbcClient jdbc;

    JobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new active job; false when there is one already. */
    boolean insert(VideoId video, int generation, String sourceKey, long sourceBytes, Instant now) {
        return jdbc.sql("""
                        INSERT INTO workers.job
                               (video_id, generation, state, source_key, source_bytes, progressed_at, created_at)
                        VALUES (:video, :generation, 'active', :key, :bytes, :now, :now)
                        ON CONFLICT (video_id, generation) DO NOTHING
                        """)
                        .param("video", video.value())
                        .param("generation", generation)
                        .param("key", sourceKey)
                        .param("bytes", sourceBytes)
                        .param("now", time(now))
                        .update()
                == 1;
    }

    Optional<Job> find(VideoId video, int generation) {
        return jdbc.sql("""
                SELECT video_id, generation, state, source_key, source_bytes, CAST(facts AS text) AS facts, cost,
                       playable_at
                  FROM workers.job
                 WHERE video_id = :video AND generation = :generation
                """)
                .param("video", video.value())
                .param("generation", generation)
                .query((row, _) -> job(row))
                .optional();
    }

    Optional<Job> findForUpdate(VideoId video, int generation) {
        return jdbc.sql("""
                SELECT video_id, generation, state, source_key, source_bytes, CAST(facts AS text) AS facts, cost,
                       playable_at
                  FROM workers.job
                 WHERE video_id = :video AND generation = :generation
                   FOR UPDATE
                """)
                .param("video", video.value())
                .param("generation", generation)
                .query((row, _) -> job(row))
                .optional();
    }

    /** Every generation of a video, the oldest first, locked. */
    List<Job> allForUpdate(VideoId video) {
        return jdbc.sql("""
                SELECT video_id, generation, state, source_key, source_bytes, CAST(facts AS text) AS facts, cost,
                       playable_at
                  FROM workers.job
                 WHERE video_id = :video
                 ORDER BY generation
                   FOR UPDATE
                """)
                .param("video", video.value())
                .query((row, _) -> job(row))
                .list();
    }

    void plan(VideoId video, int generation, String facts, double cost) {
        jdbc.sql("""
                UPDATE workers.job SET facts = CAST(:facts AS jsonb), cost = :cost
                 WHERE video_id = :video AND generation = :generation
                """)
                .param("facts", facts)
                .param("cost", cost)
                .param("video", video.value())
                .param("generation", generation)
                .update();
    }

    void playable(VideoId video, int generation, Instant now) {
        jdbc.sql("""
                UPDATE workers.job SET playable_at = :now
                 WHERE video_id = :video AND generation = :generation
                """)
                .param("now", time(now))
                .param("video", video.value())
                .param("generation", generation)
                .update();
    }

    /** Raises the progress; false when it would fall, rise too little, or was told of after {@code before}. */
    boolean progress(VideoId video, int generation, double progress, double stepMin, Instant before, Instant now) {
        return jdbc.sql("""
                        UPDATE workers.job SET progress = :progress, progressed_at = :now
                         WHERE video_id = :video AND generation = :generation AND state = 'active'
                           AND progress + :step <= :progress AND progressed_at <= :before
                        """)
                        .param("progress", progress)
                        .param("now", time(now))
                        .param("video", video.value())
                        .param("generation", generation)
                        .param("step", stepMin)
                        .param("before", time(before))
                        .update()
                == 1;
    }

    void end(VideoId video, int generation, JobState state, Instant now) {
        jdbc.sql("""
                UPDATE workers.job SET state = :state, ended_at = :now
                 WHERE video_id = :video AND generation = :generation
                """)
                .param("state", state.text())
                .param("now", time(now))
                .param("video", video.value())
                .param("generation", generation)
                .update();
    }

    void fail(VideoId video, int generation, String code, String message, Instant now) {
        jdbc.sql("""
                UPDATE workers.job
                   SET state = 'failed', ended_at = :now, failure_code = :code, failure_message = :message
                 WHERE video_id = :video AND generation = :generation
                """)
                .param("now", time(now))
                .param("code", code)
                .param("message", message)
                .param("video", video.value())
                .param("generation", generation)
                .update();
    }

    /** Forgets jobs that ended long ago, a bounded number of them. */
    int forgetEndedBefore(Instant time, int limit) {
        return jdbc.sql("""
                DELETE FROM workers.job
                 WHERE (video_id, generation) IN (SELECT video_id, generation
                                                    FROM workers.job
                                                   WHERE ended_at < :time
                                                   LIMIT :limit)
                """).param("time", time(time)).param("limit", limit).update();
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                new VideoId(row.getLong("video_id")),
                row.getInt("generation"),
                JobState.of(row.getString("state")),
                row.getString("source_key"),
                row.getLong("source_bytes"),
                Optional.ofNullable(row.getString("facts")),
                row.getDouble("cost"),
                row.getObject("playable_at") != null);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

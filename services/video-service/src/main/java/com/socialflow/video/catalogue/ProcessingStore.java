package com.socialflow.video.catalogue;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What uploads and workers do to rows of {@code video.video}. A report changes a row only while that generation is
 * being worked on, and answers whether it did.
 */
@Component
class ProcessingStore {

    private final JdbcClient jdbc;

    ProcessingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A video as whoever uploads to it needs to know it. */
    record Target(AccountId owner, Visibility visibility, VideoState state, int generation, Optional<String> source) {}

    Optional<Target> target(VideoId id) {
        return jdbc.sql("""
                SELECT owner_id, visibility, state, generation, source_key
                  FROM video.video
                 WHERE id = :id
                """)
                .param("id", id.value())
                .query((row, number) -> new Target(
                        new AccountId(row.getLong(1)),
                        Visibility.of(row.getString(2)).orElseThrow(),
                        VideoState.of(row.getString(3)),
                        row.getInt(4),
                        Optional.ofNullable(row.getString(5))))
                .optional();
    }

    /** The sizes of all sources that a person keeps here, in bytes. */
    long storedBytes(AccountId owner) {
        return jdbc.sql("SELECT coalesce(sum(source_bytes), 0)::bigint FROM video.video WHERE owner_id = :owner")
                .param("owner", owner.value())
                .query(Long.class)
                .single();
    }

    /** Starts the next generation; nothing when another upload was first. */
    boolean accept(VideoId id, int generation, String sourceKey, long sourceBytes) {
        return changed(jdbc.sql("""
                UPDATE video.video
                   SET state = 'processing', generation = :generation, source_key = :key, source_bytes = :bytes,
                       progress = 0, failure_code = NULL, failure_message = NULL,
                       duration_seconds = NULL, width = NULL, height = NULL, renditions = NULL,
                       hls_key = NULL, dash_key = NULL, poster_key = NULL, storyboard_key = NULL,
                       version = version + 1
                 WHERE id = :id
                   AND generation = :generation - 1
                   AND state IN ('awaiting-upload', 'failed')
                """)
                .param("id", id.value())
                .param("generation", generation)
                .param("key", sourceKey)
                .param("bytes", sourceBytes));
    }

    boolean inspected(VideoId id, int generation, double seconds, int width, int height) {
        return changed(jdbc.sql("""
                UPDATE video.video
                   SET duration_seconds = :seconds, width = :width, height = :height, version = version + 1
                 WHERE id = :id AND generation = :generation AND state = 'processing'
                """)
                .param("id", id.value())
                .param("generation", generation)
                .param("seconds", seconds)
                .param("width", width)
                .param("height", height));
    }

    boolean progressed(VideoId id, int generation, double progress) {
        return changed(jdbc.sql("""
                UPDATE video.video
                   SET progress = :progress, version = version + 1
                 WHERE id = :id AND generation = :generation AND state = 'processing' AND progress < :progress
                """)
                .param("id", id.value())
                .param("generation", generation)
                .param("progress", progress));
    }

    /** It comes again when its poster is there later. */
    boolean playable(VideoId id, int generation, String hlsKey, String posterKey) {
        return changed(jdbc.sql("""
                UPDATE video.video
                   SET hls_key = :hls, poster_key = coalesce(nullif(:poster, ''), poster_key), version = version + 1
                 WHERE id = :id AND generation = :generation AND state = 'processing'
                   AND (hls_key IS NULL OR (poster_key IS NULL AND :poster <> ''))
                """)
                .param("id", id.value())
                .param("generation", generation)
                .param("hls", hlsKey)
                .param("poster", posterKey));
    }

    boolean ready(VideoId id, int generation, Media media) {
        return changed(jdbc.sql("""
                UPDATE video.video
                   SET state = 'ready', progress = 1, renditions = :renditions::json,
                       hls_key = :hls, dash_key = nullif(:dash, ''), poster_key = nullif(:poster, ''),
                       storyboard_key = nullif(:storyboard, ''), version = version + 1
                 WHERE id = :id AND generation = :generation AND state = 'processing'
                """)
                .param("id", id.value())
                .param("generation", generation)
                .param("renditions", media.renditions().json())
                .param("hls", media.hlsKey())
                .param("dash", media.dashKey())
                .param("poster", media.posterKey())
                .param("storyboard", media.storyboardKey()));
    }

    /** What had become playable is not shown any more. */
    boolean failed(VideoId id, int generation, Failure failure) {
        return changed(jdbc.sql("""
                UPDATE video.video
                   SET state = 'failed', failure_code = :code, failure_message = :message,
                       renditions = NULL, hls_key = NULL, dash_key = NULL, poster_key = NULL, storyboard_key = NULL,
                       version = version + 1
                 WHERE id = :id AND generation = :generation AND state = 'processing'
                """)
                .param("id", id.value())
                .param("generation", generation)
                .param("code", failure.code())
                .param("message", failure.message()));
    }

    private static boolean changed(JdbcClient.StatementSpec update) {
        return update.update() > 0;
    }
}

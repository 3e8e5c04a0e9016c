package com.socialflow.analytics.videos;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code analytics.video_owner} and {@code analytics.video_length}. */
@Component
class OwnedVideoStore {

    private final JdbcClient jdbc;

    OwnedVideoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are known and not deleted. */
    List<OwnedVideo> find(Collection<VideoId> videos) {
        return jdbc.sql("""
                SELECT v.video_id, v.owner_id, v.title, v.published_at, l.duration_millis
                  FROM analytics.video_owner v
                  LEFT JOIN analytics.video_length l ON l.video_id = v.video_id
                 WHERE v.video_id = ANY (?::bigint[]) AND NOT v.gone
                """)
                .param(videos.stream().mapToLong(VideoId::value).toArray())
                .query((row, _) -> video(row))
                .list();
    }

    /** The newest of a person's, without the deleted ones. */
    List<OwnedVideo> newestOf(AccountId owner, int limit) {
        return jdbc.sql("""
                SELECT v.video_id, v.owner_id, v.title, v.published_at, l.duration_millis
                  FROM analytics.video_owner v
                  LEFT JOIN analytics.video_length l ON l.video_id = v.video_id
                 WHERE v.owner_id = ? AND NOT v.gone
                 ORDER BY v.video_id DESC
                 LIMIT ?
                """)
                .param(owner.value())
                .param(limit)
                .query((row, _) -> video(row))
                .list();
    }

    /** What the video service answered, of which no event told anything: those are newer, whenever they come. */
    void putIfUnknown(VideoId video, AccountId owner, String title, @Nullable Instant publishedAt) {
        jdbc.sql("""
                INSERT INTO analytics.video_owner (video_id, owner_id, title, published_at)
                VALUES (?, ?, ?, ?)
                    ON CONFLICT (video_id) DO NOTHING
                """)
                .param(video.value())
                .param(owner.value())
                .param(title)
                .param(publishedAt == null ? null : publishedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void putPublished(VideoId video, AccountId owner, String title, Instant publishedAt) {
        jdbc.sql("""
                INSERT INTO analytics.video_owner (video_id, owner_id, title, published_at)
                VALUES (?, ?, ?, ?)
                    ON CONFLICT (video_id) DO UPDATE
                   SET title = excluded.title, published_at = excluded.published_at
                """)
                .param(video.value())
                .param(owner.value())
                .param(title)
                .param(publishedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** It is deleted: its title goes, whose it was stays. */
    void putGone(VideoId video) {
        jdbc.sql("UPDATE analytics.video_owner SET gone = true, title = '' WHERE video_id = ?")
                .param(video.value())
                .update();
    }

    void putLength(VideoId video, Duration length) {
        jdbc.sql("""
                INSERT INTO analytics.video_length (video_id, duration_millis)
                VALUES (?, ?)
                    ON CONFLICT (video_id) DO UPDATE SET duration_millis = excluded.duration_millis
                """).param(video.value()).param(length.toMillis()).update();
    }

    private static OwnedVideo video(ResultSet row) throws SQLException {
        var published = row.getObject(4, OffsetDateTime.class);
        var millis = row.getObject(5, Long.class);
        return new OwnedVideo(
                new VideoId(row.getLong(1)),
                new AccountId(row.getLong(2)),
                row.getString(3),
                published == null ? null : published.toInstant(),
                millis == null ? null : Duration.ofMillis(millis));
    }
}

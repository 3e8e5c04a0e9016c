package com.socialflow.analytics.studio;

import com.socialflow.analytics.cells.Granularity;
import com.socialflow.core.VideoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who began and ended to follow: a channel, or a channel on the page of a video of its own. */
@Component
class FollowerStore {

    interface Reader {
        void read(Instant start, long gained, long lost);
    }

    interface VideoReader {
        void read(VideoId video, Instant start, long gained, long lost);
    }

    private final JdbcClient jdbc;

    FollowerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By piece of time. */
    void of(Scope scope, Granularity granularity, Instant from, Instant to, Reader reader) {
        switch (scope) {
            case Scope.Channel channel -> ofChannel(channel, granularity, from, to, reader);
            case Scope.One one -> ofVideo(one, granularity, from, to, reader);
        }
    }

    private void ofChannel(Scope.Channel channel, Granularity granularity, Instant from, Instant to, Reader reader) {
        jdbc.sql("""
                SELECT start_at, subscribers_gained, subscribers_lost
                  FROM analytics.channel_%s
                 WHERE owner_id = ? AND start_at >= ? AND start_at < ?
                """.formatted(granularity.word()))
                .param(channel.owner().value())
                .param(from.atOffset(ZoneOffset.UTC))
                .param(to.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    reader.read(time(row, 1), row.getLong(2), row.getLong(3));
                });
    }

    private void ofVideo(Scope.One one, Granularity granularity, Instant from, Instant to, Reader reader) {
        jdbc.sql("""
                SELECT start_at, subscribers_gained, subscribers_lost
                  FROM analytics.video_follower_%s
                 WHERE video_id = ? AND owner_id = ? AND start_at >= ? AND start_at < ?
                """.formatted(granularity.word()))
                .param(one.video().value())
                .param(one.owner().value())
                .param(from.atOffset(ZoneOffset.UTC))
                .param(to.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    reader.read(time(row, 1), row.getLong(2), row.getLong(3));
                });
    }

    /** By day, of several videos. */
    void ofVideos(Collection<VideoId> videos, Instant from, Instant to, VideoReader reader) {
        jdbc.sql("""
                SELECT f.video_id, f.start_at, f.subscribers_gained, f.subscribers_lost
                  FROM analytics.video_follower_day f
                  JOIN analytics.video_owner o ON o.video_id = f.video_id AND o.owner_id = f.owner_id
                 WHERE f.video_id = ANY (?::bigint[]) AND f.start_at >= ? AND f.start_at < ?
                """)
                .param(videos.stream().mapToLong(VideoId::value).toArray())
                .param(from.atOffset(ZoneOffset.UTC))
                .param(to.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    reader.read(new VideoId(row.getLong(1)), time(row, 2), row.getLong(3), row.getLong(4));
                });
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

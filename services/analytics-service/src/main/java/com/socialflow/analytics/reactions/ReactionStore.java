package com.socialflow.analytics.reactions;

import com.socialflow.analytics.cells.Granularity;
import com.socialflow.analytics.reactions.VideoPost.Kind;
import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds to cells what people do beside watching, in the transaction that notes the event as handled. */
@Component
class ReactionStore {

    private final JdbcClient jdbc;

    ReactionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of that moment's cells, so many more; fewer when negative. */
    void add(VideoId video, Reaction reaction, long count, Instant time) {
        for (var granularity : Granularity.values()) {
            jdbc.sql("""
                    INSERT INTO analytics.cell_%1$s AS c (video_id, dimension, start_at, dimension_value, %2$s)
                    VALUES (?, 'all', ?, '', ?)
                        ON CONFLICT (video_id, dimension, start_at, dimension_value) DO UPDATE
                       SET %2$s = c.%2$s + excluded.%2$s
                    """.formatted(granularity.word(), reaction.column()))
                    .param(video.value())
                    .param(granularity.start(time).atOffset(ZoneOffset.UTC))
                    .param(count)
                    .update();
        }
    }

    /** So many more began, and ended, to follow the channel. */
    void addFollowers(AccountId owner, long gained, long lost, Instant time) {
        for (var granularity : Granularity.values()) {
            jdbc.sql("""
                    INSERT INTO analytics.channel_%1$s AS c (owner_id, start_at, subscribers_gained, subscribers_lost)
                    VALUES (?, ?, ?, ?)
                        ON CONFLICT (owner_id, start_at) DO UPDATE
                       SET subscribers_gained = c.subscribers_gained + excluded.subscribers_gained,
                           subscribers_lost = c.subscribers_lost + excluded.subscribers_lost
                    """.formatted(granularity.word()))
                    .param(owner.value())
                    .param(granularity.start(time).atOffset(ZoneOffset.UTC))
                    .param(gained)
                    .param(lost)
                    .update();
        }
    }

    /** So many more of them by the video, if it is the channel's. */
    void addFollowers(AccountId owner, VideoId video, long gained, long lost, Instant time) {
        for (var granularity : Granularity.values()) {
            jdbc.sql("""
                    INSERT INTO analytics.video_follower_%s AS f
                           (video_id, owner_id, start_at, subscribers_gained, subscribers_lost)
                    VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (video_id, owner_id, start_at) DO UPDATE
                       SET subscribers_gained = f.subscribers_gained + excluded.subscribers_gained,
                           subscribers_lost = f.subscribers_lost + excluded.subscribers_lost
                    """.formatted(granularity.word()))
                    .param(video.value())
                    .param(owner.value())
                    .param(granularity.start(time).atOffset(ZoneOffset.UTC))
                    .param(gained)
                    .param(lost)
                    .update();
        }
    }

    /** The post, locked: what is told of one post is not always told in one order with others. */
    Optional<VideoPost> find(PostId id) {
        return jdbc.sql("SELECT video_id, kind, withdrawn FROM analytics.video_post WHERE post_id = ? FOR UPDATE")
                .param(id.value())
                .query((row, _) -> new VideoPost(
                        id,
                        new VideoId(row.getLong(1)),
                        Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                        row.getBoolean(3)))
                .optional();
    }

    void insert(PostId id, VideoId video, Kind kind) {
        jdbc.sql("INSERT INTO analytics.video_post (post_id, video_id, kind) VALUES (?, ?, ?)")
                .param(id.value())
                .param(video.value())
                .param(kind.word())
                .update();
    }

    void setWithdrawn(PostId id, boolean withdrawn) {
        jdbc.sql("UPDATE analytics.video_post SET withdrawn = ? WHERE post_id = ?")
                .param(withdrawn)
                .param(id.value())
                .update();
    }
}

package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.follow}. */
@Component
class FollowStore {

    /** Somebody in a list, and the place there. */
    record Entry(long position, AccountId account) {}

    private final JdbcClient jdbc;

    FollowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False, and nothing, when it is there. */
    boolean insert(AccountId follower, AccountId followed, long position, FollowOptions options) {
        return jdbc.sql("""
                        INSERT INTO social.follow (follower_id, followed_id, position, reposts, bell, video_id)
                        VALUES (:follower, :followed, :position, :reposts, :bell, :video)
                            ON CONFLICT (follower_id, followed_id) DO NOTHING
                        """)
                        .param("follower", follower.value())
                        .param("followed", followed.value())
                        .param("position", position)
                        .param("reposts", options.reposts())
                        .param("bell", options.bell())
                        .param("video", options.videoId(), Types.BIGINT)
                        .update()
                == 1;
    }

    Optional<FollowOptions> options(AccountId follower, AccountId followed) {
        return jdbc.sql("SELECT reposts, bell, video_id FROM social.follow WHERE follower_id = ? AND followed_id = ?")
                .param(follower.value())
                .param(followed.value())
                .query((row, _) -> options(row))
                .optional();
    }

    /** Of the columns reposts, bell and video_id, in this order. */
    static FollowOptions options(ResultSet row) throws SQLException {
        var video = row.getLong(3);
        return new FollowOptions(row.getBoolean(1), row.getBoolean(2), row.wasNull() ? null : new VideoId(video));
    }

    void set(AccountId follower, AccountId followed, FollowOptions options) {
        jdbc.sql("""
                UPDATE social.follow SET reposts = :reposts, bell = :bell
                 WHERE follower_id = :follower AND followed_id = :followed
                """)
                .param("follower", follower.value())
                .param("followed", followed.value())
                .param("reposts", options.reposts())
                .param("bell", options.bell())
                .update();
    }

    /** Takes it away and gives how it was; empty when there was none. */
    Optional<FollowOptions> delete(AccountId follower, AccountId followed) {
        return jdbc.sql("""
                DELETE FROM social.follow
                 WHERE follower_id = :follower AND followed_id = :followed
                RETURNING reposts, bell, video_id
                """)
                .param("follower", follower.value())
                .param("followed", followed.value())
                .query((row, _) -> options(row))
                .optional();
    }

    /** Whom a person follows, the newest first. */
    List<Entry> following(AccountId follower, long before, int limit) {
        return jdbc.sql("""
                SELECT position, followed_id FROM social.follow
                 WHERE follower_id = ? AND position < ?
                 ORDER BY position DESC
                 LIMIT ?
                """)
                .param(follower.value())
                .param(before)
                .param(limit)
                .query((row, _) -> new Entry(row.getLong(1), new AccountId(row.getLong(2))))
                .list();
    }

    /** Who follows a person, the newest first. */
    List<Entry> followers(AccountId followed, long before, int limit) {
        return jdbc.sql("""
                SELECT position, follower_id FROM social.follow
                 WHERE followed_id = ? AND position < ?
                 ORDER BY position DESC
                 LIMIT ?
                """)
                .param(followed.value())
                .param(before)
                .param(limit)
                .query((row, _) -> new Entry(row.getLong(1), new AccountId(row.getLong(2))))
                .list();
    }
}

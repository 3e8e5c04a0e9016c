package com.socialflow.social.graph;

import com.socialflow.core.VideoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is followed.
 *
 * @param reposts whether their reposts come along
 * @param bell whether each of their new posts rings
 * @param video on whose page it began; null: not on a video's
 */
record FollowOptions(
        boolean reposts, boolean bell, @Nullable VideoId video) {

    static final FollowOptions DEFAULT = new FollowOptions(true, false, null);

    /** Of the columns reposts, bell and video_id, in this order. */
    static FollowOptions of(ResultSet row) throws SQLException {
        var video = row.getLong(3);
        return new FollowOptions(row.getBoolean(1), row.getBoolean(2), row.wasNull() ? null : new VideoId(video));
    }

    @Nullable
    Long videoId() {
        return video == null ? null : video.value();
    }
}

package com.socialflow.social.videos;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is left here of a deleted video. */
@Component
class FarewellStore {

    private final JdbcClient jdbc;

    FarewellStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Comments on the video and its announcement, the newest first. */
    List<PostId> left(VideoId video, int limit) {
        return jdbc.sql("""
                SELECT id FROM social.post
                 WHERE root_video_id = ? AND state <> 'deleted'
                 ORDER BY id DESC
                 LIMIT ?
                """)
                .param(video.value())
                .param(limit)
                .query((row, _) -> new PostId(row.getLong(1)))
                .list();
    }

    /** The same of all videos of a person. */
    List<PostId> leftOf(AccountId owner, int limit) {
        return jdbc.sql("""
                SELECT p.id
                  FROM social.video v
                  JOIN social.post p ON p.root_video_id = v.id
                 WHERE v.owner_id = ? AND p.state <> 'deleted'
                 LIMIT ?
                """)
                .param(owner.value())
                .param(limit)
                .query((row, _) -> new PostId(row.getLong(1)))
                .list();
    }

    List<VideoId> videosOf(AccountId owner, int limit) {
        return jdbc.sql("SELECT id FROM social.video WHERE owner_id = ? LIMIT ?")
                .param(owner.value())
                .param(limit)
                .query((row, _) -> new VideoId(row.getLong(1)))
                .list();
    }

    void deleteSettings(VideoId video) {
        jdbc.sql("DELETE FROM social.comment_settings WHERE video_id = ?")
                .param(video.value())
                .update();
    }
}

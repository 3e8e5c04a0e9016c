package com.socialflow.social.comments;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a video's owner notes on comments. Noting what is noted changes nothing. */
@Component
class CurationStore {

    private final JdbcClient jdbc;

    CurationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AccountId> owner(VideoId video) {
        return jdbc.sql("SELECT owner_id FROM social.video WHERE id = ?")
                .param(video.value())
                .query((row, _) -> new AccountId(row.getLong(1)))
                .optional();
    }

    /** Of one video, one pins after the other. */
    void lock(VideoId video) {
        jdbc.sql("SELECT 1 FROM social.video WHERE id = ? FOR UPDATE")
                .param(video.value())
                .query(Integer.class)
                .optional();
    }

    void heart(PostId comment, boolean hearted) {
        jdbc.sql("UPDATE social.post SET hearted = ?, version = version + 1 WHERE id = ? AND hearted <> ?")
                .param(hearted)
                .param(comment.value())
                .param(hearted)
                .update();
    }

    void pin(PostId comment) {
        jdbc.sql("""
                UPDATE social.post SET pinned_in_thread = true, version = version + 1
                 WHERE id = ? AND state = 'published' AND NOT pinned_in_thread
                """).param(comment.value()).update();
    }

    void unpin(PostId comment) {
        jdbc.sql("""
                UPDATE social.post SET pinned_in_thread = false, version = version + 1
                 WHERE id = ? AND pinned_in_thread
                """).param(comment.value()).update();
    }

    void unpinOthers(VideoId video, PostId comment) {
        jdbc.sql("""
                UPDATE social.post SET pinned_in_thread = false, version = version + 1
                 WHERE root_video_id = ? AND pinned_in_thread AND id <> ?
                """).param(video.value()).param(comment.value()).update();
    }

    /** Takes a comment that waits from everybody but its author; false when it waits no more. */
    boolean reject(PostId comment) {
        var changed = jdbc.sql("""
                UPDATE social.post SET state = 'removed', version = version + 1
                 WHERE id = ? AND state = 'held'
                """).param(comment.value()).update();
        return changed > 0;
    }
}

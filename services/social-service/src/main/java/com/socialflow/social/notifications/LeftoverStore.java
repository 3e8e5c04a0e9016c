package com.socialflow.social.notifications;

import com.socialflow.core.PostId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes away what was told of posts that are gone. */
@Component
class LeftoverStore {

    private final JdbcClient jdbc;

    LeftoverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deletes some, and gives how many. A decision about a post outlives it. */
    int delete(PostId post, int limit) {
        return jdbc.sql("""
                DELETE FROM social.notification
                 WHERE id IN (SELECT id FROM social.notification
                               WHERE post_id = :post AND kind <> 'moderation'
                               ORDER BY id LIMIT :limit)
                """).param("post", post.value()).param("limit", limit).update();
    }

    /** There is more. */
    void note(PostId post) {
        jdbc.sql("INSERT INTO social.notification_leftover (post_id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(post.value())
                .update();
    }

    /** Some of them, each for this transaction alone. */
    List<PostId> take(int limit) {
        return jdbc.sql("SELECT post_id FROM social.notification_leftover LIMIT ? FOR UPDATE SKIP LOCKED")
                .param(limit)
                .query((row, _) -> new PostId(row.getLong(1)))
                .list();
    }

    void done(PostId post) {
        jdbc.sql("DELETE FROM social.notification_leftover WHERE post_id = ?")
                .param(post.value())
                .update();
    }
}

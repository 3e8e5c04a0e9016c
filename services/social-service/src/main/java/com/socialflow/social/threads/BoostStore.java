package com.socialflow.social.threads;

import com.socialflow.core.PostId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.boost_due}, and the column {@code boost} of posts. */
@Component
class BoostStore {

    private final JdbcClient jdbc;

    BoostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Only of what stands among others in a thread. */
    void due(PostId post) {
        jdbc.sql("""
                INSERT INTO social.boost_due (post_id)
                SELECT id FROM social.post
                 WHERE id = ? AND (reply_to_id IS NOT NULL OR root_video_id IS NOT NULL)
                    ON CONFLICT DO NOTHING
                """).param(post.value()).update();
    }

    /** Takes some away, for the caller's transaction to see to. */
    List<PostId> take(int limit) {
        return jdbc.sql("""
                DELETE FROM social.boost_due
                 WHERE post_id IN (SELECT post_id FROM social.boost_due ORDER BY post_id LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING post_id
                """)
                .param(limit)
                .query((row, _) -> new PostId(row.getLong(1)))
                .list();
    }

    void boost(List<PostId> posts, long[] boosts) {
        jdbc.sql("""
                UPDATE social.post
                   SET boost = computed.boost
                  FROM unnest(?::bigint[], ?::bigint[]) AS computed (id, boost)
                 WHERE social.post.id = computed.id AND social.post.boost <> computed.boost
                """)
                .param(posts.stream().mapToLong(PostId::value).toArray())
                .param(boosts)
                .update();
    }
}

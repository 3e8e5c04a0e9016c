package com.socialflow.social.threads;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Walks along {@code reply_to_id} in {@code social.post}, up and down. */
@Component
class ThreadStore {

    private final JdbcClient jdbc;

    ThreadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Origin> origin(PostId post) {
        return jdbc.sql("""
                SELECT CASE WHEN p.kind = 'announcement' THEN p.root_video_id END,
                       CASE WHEN p.root_video_id IS NULL THEN root.author_id ELSE v.owner_id END
                  FROM social.post p
                  LEFT JOIN social.post root ON root.id = p.root_id
                  LEFT JOIN social.video v ON v.id = p.root_video_id
                 WHERE p.id = ?
                """)
                .param(post.value())
                .query((row, _) -> {
                    var video = row.getObject(1, Long.class);
                    var author = row.getObject(2, Long.class);
                    return new Origin(
                            post,
                            video == null ? null : new VideoId(video),
                            author == null ? null : new AccountId(author));
                })
                .optional();
    }

    /** The nearest of what the post answers, the first one first. */
    List<PostId> above(PostId post, int limit) {
        return jdbc.sql("""
                WITH RECURSIVE above (id, reply_to_id, level) AS (
                    SELECT id, reply_to_id, 0 FROM social.post WHERE id = ?
                    UNION ALL
                    SELECT p.id, p.reply_to_id, a.level + 1
                      FROM above a
                      JOIN social.post p ON p.id = a.reply_to_id
                     WHERE a.level < ?)
                SELECT id FROM above WHERE level > 0 ORDER BY level DESC
                """)
                .param(post.value())
                .param(limit)
                .query((row, _) -> new PostId(row.getLong(1)))
                .list();
    }

    /**
     * What answers the posts, directly or not, level by level. The inner limit keeps the planner at one look into the
     * index for each post; a recursive query without an order of its own gives each level before the next.
     */
    List<Reply> below(Collection<PostId> posts, int levels, int limit) {
        var found = new ArrayList<Reply>();
        jdbc.sql("""
                WITH RECURSIVE below (id, parent, level) AS (
                    SELECT id, reply_to_id, 1 FROM social.post WHERE reply_to_id = ANY (?::bigint[])
                    UNION ALL
                    SELECT p.id, p.reply_to_id, b.level + 1
                      FROM below b
                     CROSS JOIN LATERAL (SELECT id, reply_to_id FROM social.post
                                          WHERE reply_to_id = b.id ORDER BY id LIMIT ?) AS p
                     WHERE b.level < ?)
                SELECT id, parent, level FROM below LIMIT ?
                """)
                .param(posts.stream().mapToLong(PostId::value).toArray())
                .param(limit)
                .param(levels)
                .param(limit)
                .query(row -> {
                    found.add(new Reply(new PostId(row.getLong(1)), new PostId(row.getLong(2)), row.getInt(3)));
                });
        return found;
    }

    /** A direct reply and its sort key. */
    record Placed(PostId id, long position) {}

    /** What answers the post directly, after the position. */
    List<Placed> direct(PostId post, Sort sort, long after, int limit) {
        return placed("reply_to_id = ?", post.value(), sort, after, limit);
    }

    /** What was said about the video directly, after the position. */
    List<Placed> comments(VideoId video, Sort sort, long after, int limit) {
        return placed("root_video_id = ? AND reply_to_id IS NULL AND kind = 'post'", video.value(), sort, after, limit);
    }

    private List<Placed> placed(String where, long of, Sort sort, long after, int limit) {
        var rest = switch (sort) {
            case RELEVANCE -> ", id + boost FROM social.post WHERE %s AND id + boost < ? ORDER BY id + boost DESC";
            case NEWEST -> ", id FROM social.post WHERE %s AND id < ? ORDER BY id DESC";
            case OLDEST -> ", id FROM social.post WHERE %s AND id > ? ORDER BY id";
        };
        return jdbc.sql("SELECT id" + rest.formatted(where) + " LIMIT ?")
                .param(of)
                .param(after)
                .param(limit)
                .query((row, _) -> new Placed(new PostId(row.getLong(1)), row.getLong(2)))
                .list();
    }
}

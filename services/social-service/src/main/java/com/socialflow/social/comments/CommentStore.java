package com.socialflow.social.comments;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import com.socialflow.social.threads.Sort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Comments among the rows of {@code social.post}. */
@Component
class CommentStore {

    private static final String DIRECT = """
              FROM social.post
             WHERE root_video_id = ? AND reply_to_id IS NULL AND kind = 'post' AND NOT pinned_in_thread
               AND (state <> 'held' OR author_id = ? OR ?)
            """;

    /** No account has this id. */
    private static final long NOBODY = 0;

    private final JdbcClient jdbc;

    CommentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A comment and its sort key. */
    record Placed(PostId id, long position) {}

    /**
     * Who reads.
     *
     * @param reviews whether this one sees what waits for a review
     */
    record Reader(Optional<AccountId> account, boolean reviews) {}

    /** What was said about the video directly, but for the pinned comment, after the position. */
    List<Placed> direct(VideoId video, Sort sort, Reader reader, long after, int limit) {
        var sql = switch (sort) {
            case RELEVANCE -> "SELECT id, id + boost" + DIRECT + " AND id + boost < ? ORDER BY id + boost DESC";
            case NEWEST -> "SELECT id, id" + DIRECT + " AND id < ? ORDER BY id DESC";
            case OLDEST -> "SELECT id, id" + DIRECT + " AND id > ? ORDER BY id";
        };
        return jdbc.sql(sql + " LIMIT ?")
                .param(video.value())
                .param(reader.account().map(AccountId::value).orElse(NOBODY))
                .param(reader.reviews())
                .param(after)
                .param(limit)
                .query((row, _) -> new Placed(new PostId(row.getLong(1)), row.getLong(2)))
                .list();
    }

    Optional<PostId> pinned(VideoId video) {
        return jdbc.sql("SELECT id FROM social.post WHERE root_video_id = ? AND pinned_in_thread")
                .param(video.value())
                .query((row, _) -> new PostId(row.getLong(1)))
                .optional();
    }

    /** The most relevant answers to each of the comments, in that order. */
    Map<PostId, List<PostId>> replies(Collection<PostId> comments, int each) {
        var found = new HashMap<PostId, List<PostId>>();
        jdbc.sql("""
                SELECT comment.id, reply.id
                  FROM unnest(?::bigint[]) AS comment (id)
                 CROSS JOIN LATERAL (SELECT id, id + boost AS rank FROM social.post
                                      WHERE reply_to_id = comment.id AND state = 'published'
                                      ORDER BY id + boost DESC
                                      LIMIT ?) AS reply
                 ORDER BY comment.id, reply.rank DESC
                """)
                .param(comments.stream().mapToLong(PostId::value).toArray())
                .param(each)
                .query(row -> {
                    found.computeIfAbsent(new PostId(row.getLong(1)), _ -> new ArrayList<>())
                            .add(new PostId(row.getLong(2)));
                });
        return found;
    }

    /** Comments that wait for this owner of videos, the newest first. */
    List<PostId> held(AccountId owner, long before, int limit) {
        return jdbc.sql("""
                SELECT p.id
                  FROM social.video v
                  JOIN social.post p ON p.root_video_id = v.id
                 WHERE v.owner_id = ? AND p.state = 'held' AND p.id < ?
                 ORDER BY p.id DESC
                 LIMIT ?
                """)
                .param(owner.value())
                .param(before)
                .param(limit)
                .query((row, _) -> new PostId(row.getLong(1)))
                .list();
    }
}

package com.socialflow.social.timelines;

import com.socialflow.core.AccountId;
import com.socialflow.social.views.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the timelines that are not made of people: what a query says. */
@Component
class TimelineStore {

    private final JdbcClient jdbc;

    TimelineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is on the top of somebody's page. */
    List<Entry> pinned(AccountId author) {
        return jdbc.sql("""
                SELECT id, id, 0 FROM social.post
                 WHERE author_id = :author AND state = 'published' AND pinned_at IS NOT NULL
                 ORDER BY pinned_at DESC
                """)
                .param("author", author.value())
                .query((row, _) -> WayStore.entry(row.getLong(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    /** What somebody posted, without answers to others and without what is pinned, and reposted. */
    List<Entry> posts(AccountId author, Reach reach, int limit) {
        return page("""
                SELECT position, post_id, reposter_id
                  FROM ((SELECT id AS position, id AS post_id, 0 AS reposter_id
                           FROM social.post
                          WHERE author_id = :author AND id < :before AND id > :after AND state = 'published'
                            AND pinned_at IS NULL AND (root_video_id IS NULL OR kind = 'announcement')
                            AND (reply_to_id IS NULL OR reply_to_author = author_id)
                          ORDER BY id DESC LIMIT :limit)
                        UNION ALL
                        (SELECT id, post_id, account_id
                           FROM social.repost
                          WHERE account_id = :author AND id < :before AND id > :after
                          ORDER BY id DESC LIMIT :limit)) AS entry
                 ORDER BY position DESC
                 LIMIT :limit
                """, reach, limit, Map.of("author", author.value()));
    }

    /** All that somebody wrote, comments too, and reposted. */
    List<Entry> postsAndReplies(AccountId author, Reach reach, int limit) {
        return page("""
                SELECT position, post_id, reposter_id
                  FROM ((SELECT id AS position, id AS post_id, 0 AS reposter_id
                           FROM social.post
                          WHERE author_id = :author AND id < :before AND id > :after AND state = 'published'
                          ORDER BY id DESC LIMIT :limit)
                        UNION ALL
                        (SELECT id, post_id, account_id
                           FROM social.repost
                          WHERE account_id = :author AND id < :before AND id > :after
                          ORDER BY id DESC LIMIT :limit)) AS entry
                 ORDER BY position DESC
                 LIMIT :limit
                """, reach, limit, Map.of("author", author.value()));
    }

    /** Somebody's posts with images or a video. */
    List<Entry> media(AccountId author, Reach reach, int limit) {
        return page("""
                SELECT p.id, p.id, 0 FROM social.post p
                 WHERE p.author_id = :author AND p.id < :before AND p.id > :after AND p.state = 'published'
                   AND (p.video_id IS NOT NULL OR p.with_images)
                 ORDER BY p.id DESC
                 LIMIT :limit
                """, reach, limit, Map.of("author", author.value()));
    }

    /** Somebody's posts that show videos: announced or attached. */
    List<Entry> videosOf(AccountId author, Reach reach, int limit) {
        return page("""
                SELECT id, id, 0 FROM social.post
                 WHERE author_id = :author AND id < :before AND id > :after AND state = 'published'
                   AND video_id IS NOT NULL
                 ORDER BY id DESC
                 LIMIT :limit
                """, reach, limit, Map.of("author", author.value()));
    }

    /** Public posts with the hashtag; comments stay with their video. */
    List<Entry> hashtag(String tag, Reach reach, int limit) {
        return page("""
                SELECT p.id, p.id, 0
                  FROM social.post_tag t JOIN social.post p ON p.id = t.post_id
                 WHERE t.tag = :tag AND t.post_id < :before AND t.post_id > :after
                   AND p.state = 'published' AND p.visibility = 'public'
                   AND (p.root_video_id IS NULL OR p.kind = 'announcement')
                 ORDER BY t.post_id DESC
                 LIMIT :limit
                """, reach, limit, Map.of("tag", tag));
    }

    /** What everybody posted for everybody, without answers. */
    List<Entry> open(Reach reach, int limit) {
        return page("""
                SELECT id, id, 0 FROM social.post
                 WHERE state = 'published' AND visibility = 'public' AND reply_to_id IS NULL
                   AND (root_video_id IS NULL OR kind = 'announcement')
                   AND id < :before AND id > :after
                 ORDER BY id DESC
                 LIMIT :limit
                """, reach, limit, Map.of());
    }

    /** The videos of people whom the reader follows. */
    List<Entry> videos(AccountId reader, Reach reach, int limit) {
        return page("""
                SELECT p.id, p.id, 0
                  FROM social.follow f CROSS JOIN LATERAL (
                       SELECT p.id FROM social.post p
                        WHERE p.author_id = f.followed_id AND p.kind = 'announcement' AND p.state = 'published'
                          AND p.id < :before AND p.id > :after
                        ORDER BY p.id DESC LIMIT :limit) p
                 WHERE f.follower_id = :reader
                 ORDER BY p.id DESC
                 LIMIT :limit
                """, reach, limit, Map.of("reader", reader.value()));
    }

    /** Whose list it is. */
    Optional<AccountId> owner(long list) {
        return jdbc.sql("SELECT owner_id FROM social.list WHERE id = ?")
                .param(list)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .optional();
    }

    /** Entries within the reach. */
    private List<Entry> page(String sql, Reach reach, int limit, Map<String, ?> of) {
        return jdbc.sql(sql)
                .params(of)
                .param("before", reach.before())
                .param("after", reach.after())
                .param("limit", limit)
                .query((row, _) -> WayStore.entry(row.getLong(1), row.getLong(2), row.getLong(3)))
                .list();
    }
}

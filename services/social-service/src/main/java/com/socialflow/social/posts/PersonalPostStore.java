package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All posts of one person, to give or to erase. */
@Component
class PersonalPostStore {

    /** A post, or an earlier version of one. */
    record ExportedPost(
            PostId id,
            int version,
            String kind,
            String state,
            String text,
            @Nullable String warning,
            boolean sensitive,
            @Nullable String language,
            String visibility,
            @Nullable PostId replyTo,
            @Nullable VideoId rootVideo,
            @Nullable PostId quote,
            @Nullable VideoId video,
            Instant writtenAt) {}

    private final JdbcClient jdbc;

    PersonalPostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Posts with all that they said before, the newest first; as many posts as the limit says. */
    List<ExportedPost> page(AccountId author, long before, int limit) {
        return jdbc.sql("""
                WITH page AS (
                    SELECT id FROM social.post
                     WHERE author_id = ? AND id < ? AND state <> 'deleted'
                     ORDER BY id DESC
                     LIMIT ?)
                SELECT p.id, p.version, p.kind, p.state, p.text, p.warning, p.sensitive, p.language, p.visibility,
                       p.reply_to_id, p.root_video_id, p.quote_id, p.video_id, coalesce(p.edited_at, p.created_at)
                  FROM page JOIN social.post p ON p.id = page.id
                UNION ALL
                SELECT p.id, v.version, p.kind, p.state, v.text, v.warning, p.sensitive, p.language, p.visibility,
                       p.reply_to_id, p.root_video_id, p.quote_id, p.video_id, v.written_at
                  FROM page JOIN social.post p ON p.id = page.id JOIN social.post_version v ON v.post_id = p.id
                 ORDER BY 1 DESC, 2 DESC
                """)
                .param(author.value())
                .param(before)
                .param(limit)
                .query((row, _) -> new ExportedPost(
                        new PostId(row.getLong(1)),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getBoolean(7),
                        row.getString(8),
                        row.getString(9),
                        post(row.getObject(10, Long.class)),
                        video(row.getObject(11, Long.class)),
                        post(row.getObject(12, Long.class)),
                        video(row.getObject(13, Long.class)),
                        row.getObject(14, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Some of the person's that are not deleted. */
    List<PostId> own(AccountId author, int limit) {
        return jdbc.sql("SELECT id FROM social.post WHERE author_id = ? AND state <> 'deleted' LIMIT ?")
                .param(author.value())
                .param(limit)
                .query((row, _) -> new PostId(row.getLong(1)))
                .list();
    }

    /** Some rows of the person's that say nothing any more. */
    List<PostId> emptied(AccountId author, int limit) {
        return jdbc.sql("SELECT id FROM social.post WHERE author_id = ? AND state = 'deleted' LIMIT ?")
                .param(author.value())
                .param(limit)
                .query((row, _) -> new PostId(row.getLong(1)))
                .list();
    }

    /** Has what answers or quotes these posts not say whose they are; gives how many did. */
    int forgetAuthor(Collection<PostId> posts, int limit) {
        var ids = longs(posts);
        return jdbc.sql("""
                UPDATE social.post
                   SET reply_to_author = CASE WHEN reply_to_id = ANY (?::bigint[]) THEN NULL ELSE reply_to_author END,
                       quote_author = CASE WHEN quote_id = ANY (?::bigint[]) THEN NULL ELSE quote_author END
                 WHERE id IN (SELECT id FROM social.post
                               WHERE reply_to_id = ANY (?::bigint[]) AND reply_to_author IS NOT NULL
                              UNION
                              SELECT id FROM social.post
                               WHERE quote_id = ANY (?::bigint[]) AND quote_author IS NOT NULL
                              LIMIT ?)
                """)
                .param(ids)
                .param(ids)
                .param(ids)
                .param(ids)
                .param(limit)
                .update();
    }

    /** Makes emptied rows nobody's. */
    int disown(Collection<PostId> posts) {
        return jdbc.sql("UPDATE social.post SET author_id = 0 WHERE id = ANY (?::bigint[])")
                .param(longs(posts))
                .update();
    }

    /** Takes the person's id and name from what leads there in posts of others; the words stay theirs. */
    int deleteMentions(AccountId account, int limit) {
        var posts = jdbc.sql("""
                DELETE FROM social.post_mention
                 WHERE account_id = ? AND post_id IN (
                       SELECT post_id FROM social.post_mention WHERE account_id = ? LIMIT ?)
                RETURNING post_id
                """)
                .param(account.value())
                .param(account.value())
                .param(limit)
                .query((row, _) -> new PostId(row.getLong(1)))
                .list();
        if (!posts.isEmpty()) {
            forgetIn("social.post", "id", account, posts);
            forgetIn("social.post_version", "post_id", account, posts);
        }
        return posts.size();
    }

    private void forgetIn(String table, String id, AccountId account, Collection<PostId> posts) {
        jdbc.sql("""
                UPDATE %s
                   SET entities = (SELECT coalesce(jsonb_agg(entity), '[]'::jsonb)
                                     FROM jsonb_array_elements(entities) AS entity
                                    WHERE entity ->> 'account' IS DISTINCT FROM ?)
                 WHERE %s = ANY (?::bigint[])
                """.formatted(table, id))
                .param(account.toString())
                .param(longs(posts))
                .update();
    }

    private static long[] longs(Collection<PostId> posts) {
        return posts.stream().mapToLong(PostId::value).toArray();
    }

    private static @Nullable PostId post(@Nullable Long id) {
        return id == null ? null : new PostId(id);
    }

    private static @Nullable VideoId video(@Nullable Long id) {
        return id == null ? null : new VideoId(id);
    }
}

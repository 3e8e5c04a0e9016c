package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import com.socialflow.social.posts.Post.Place;
import com.socialflow.social.rules.Audience;
import com.socialflow.social.rules.PostState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happens to rows of {@code social.post}. */
@Component
class PostStore {

    /** Hashtags by which one post is found: more are noise to whoever looks there. */
    static final int TAGS_MAX = 10;

    private static final String COLUMNS = """
            id, author_id, kind = 'announcement', state, text, entities, warning, sensitive, language,
            visibility = 'followers', root_id, root_video_id, reply_to_id, reply_to_author, depth,
            video_id, quote_id, quote_author, quote_revoked, locked, version
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PostStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean exists(PostId id) {
        return jdbc.sql("SELECT 1 FROM social.post WHERE id = ?")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    AccountId author(PostId id) {
        return jdbc.sql("SELECT author_id FROM social.post WHERE id = ?")
                .param(id.value())
                .query((row, _) -> new AccountId(row.getLong(1)))
                .single();
    }

    /** The row, which nobody else changes or leans on until this transaction ends. */
    Optional<Post> findForUpdate(PostId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM social.post WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, _) -> post(row))
                .optional();
    }

    /**
     * Those of the posts that are published, which they stay until this transaction ends, and whether they are locked.
     * Many transactions may hold them so.
     */
    Map<PostId, Boolean> lockShared(Collection<PostId> posts) {
        var there = new HashMap<PostId, Boolean>();
        if (!posts.isEmpty()) {
            // In one order, so that two who hold some and wait for others do not wait for each other.
            jdbc.sql("""
                    SELECT id, locked FROM social.post
                     WHERE id = ANY (?::bigint[]) AND state = 'published'
                     ORDER BY id
                       FOR SHARE
                    """)
                    .param(posts.stream().mapToLong(PostId::value).toArray())
                    .query(row -> {
                        there.put(new PostId(row.getLong(1)), row.getBoolean(2));
                    });
        }
        return there;
    }

    void insert(Post post, Audience whoMayReply, Audience whoMayQuote, boolean images, boolean poll) {
        var place = post.place();
        jdbc.sql("""
                INSERT INTO social.post (id, author_id, kind, state, text, entities, warning, sensitive, language,
                    visibility, who_may_reply, who_may_quote, root_id, root_video_id, reply_to_id, reply_to_author,
                    depth, video_id, quote_id, quote_author, with_images, with_poll, created_at)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(post.id().value())
                .param(post.author().value())
                .param(post.announcement() ? "announcement" : "post")
                .param(post.state().word())
                .param(post.text())
                .param(post.entities())
                .param(post.warning())
                .param(post.sensitive())
                .param(post.language())
                .param(post.forFollowers() ? "followers" : "public")
                .param(whoMayReply.word())
                .param(whoMayQuote.word())
                .param(place.root())
                .param(value(place.rootVideo()))
                .param(value(place.replyTo()))
                .param(
                        place.replyToAuthor() == null
                                ? null
                                : place.replyToAuthor().value())
                .param(place.depth())
                .param(value(post.video()))
                .param(value(post.quote()))
                .param(post.quoteAuthor() == null ? null : post.quoteAuthor().value())
                .param(images)
                .param(poll)
                .param(now())
                .update();
    }

    void insertMentions(PostId post, Collection<AccountId> accounts) {
        if (!accounts.isEmpty()) {
            jdbc.sql("""
                    INSERT INTO social.post_mention (post_id, account_id)
                    SELECT DISTINCT ?::bigint, account FROM unnest(?::bigint[]) AS account
                        ON CONFLICT DO NOTHING
                    """)
                    .param(post.value())
                    .param(accounts.stream().mapToLong(AccountId::value).toArray())
                    .update();
        }
    }

    void insertTags(PostId post, Collection<String> tags) {
        if (!tags.isEmpty()) {
            jdbc.sql("""
                    INSERT INTO social.post_tag (tag, post_id)
                    SELECT DISTINCT tag, ?::bigint FROM unnest(?::text[]) AS tag
                        ON CONFLICT DO NOTHING
                    """).param(post.value()).param(tags.toArray(String[]::new)).update();
        }
    }

    List<AccountId> mentions(PostId post) {
        return jdbc.sql("SELECT account_id FROM social.post_mention WHERE post_id = ? ORDER BY account_id")
                .param(post.value())
                .query((row, _) -> new AccountId(row.getLong(1)))
                .list();
    }

    List<String> tags(PostId post) {
        return jdbc.sql("SELECT tag FROM social.post_tag WHERE post_id = ? ORDER BY tag")
                .param(post.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    void deleteMentions(PostId post) {
        jdbc.sql("DELETE FROM social.post_mention WHERE post_id = ?")
                .param(post.value())
                .update();
    }

    void deleteTags(PostId post) {
        jdbc.sql("DELETE FROM social.post_tag WHERE post_id = ?")
                .param(post.value())
                .update();
    }

    void state(PostId post, PostState state) {
        jdbc.sql("UPDATE social.post SET state = ?, version = version + 1 WHERE id = ?")
                .param(state.word())
                .param(post.value())
                .update();
    }

    void rewrite(
            PostId post,
            String text,
            String entities,
            @Nullable String warning,
            boolean sensitive,
            @Nullable String language) {
        jdbc.sql("""
                UPDATE social.post
                   SET text = ?, entities = ?::jsonb, warning = ?, sensitive = ?, language = ?, edited_at = ?,
                       version = version + 1
                 WHERE id = ?
                """)
                .param(text)
                .param(entities)
                .param(warning)
                .param(sensitive)
                .param(language)
                .param(now())
                .param(post.value())
                .update();
    }

    /** Whether there is something to see besides the text. */
    boolean hasMore(PostId post) {
        return jdbc.sql("""
                SELECT with_images OR with_poll OR video_id IS NOT NULL OR quote_id IS NOT NULL
                  FROM social.post WHERE id = ?
                """).param(post.value()).query(Boolean.class).single();
    }

    /** Whether the one quotes the other, or did before the permission was taken back. */
    boolean quotes(PostId quoting, PostId quoted) {
        return jdbc.sql("SELECT 1 FROM social.post WHERE id = ? AND quote_id = ?")
                .param(quoting.value())
                .param(quoted.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void revokeQuote(PostId quoting) {
        jdbc.sql("UPDATE social.post SET quote_revoked = true, version = version + 1 WHERE id = ?")
                .param(quoting.value())
                .update();
    }

    int pinnedOthers(AccountId author, PostId post) {
        return jdbc.sql("SELECT count(*) FROM social.post WHERE author_id = ? AND pinned_at IS NOT NULL AND id <> ?")
                .param(author.value())
                .param(post.value())
                .query(Integer.class)
                .single();
    }

    /** Pins it where it is not pinned, or the other way round; a version of its own it is not. */
    void pin(PostId post, boolean pinned) {
        jdbc.sql("UPDATE social.post SET pinned_at = CASE WHEN ? THEN coalesce(pinned_at, ?) END WHERE id = ?")
                .param(pinned)
                .param(now())
                .param(post.value())
                .update();
    }

    /** Leaves the row, so that the thread keeps its shape, and nothing that was said. */
    void empty(PostId post) {
        jdbc.sql("""
                UPDATE social.post
                   SET state = 'deleted', text = '', entities = '[]', warning = NULL, sensitive = false,
                       language = NULL, quote_id = NULL, quote_author = NULL, pinned_at = NULL,
                       video_id = CASE WHEN kind = 'announcement' THEN video_id END,
                       with_images = false, with_poll = false, hearted = false, pinned_in_thread = false,
                       edited_at = NULL, version = version + 1
                 WHERE id = ?
                """).param(post.value()).update();
    }

    /** Likes, reposts and bookmarks of the post are to go. */
    void leave(PostId post) {
        jdbc.sql("INSERT INTO social.post_leftover (post_id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(post.value())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Long value(@Nullable VideoId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable Long value(@Nullable PostId id) {
        return id == null ? null : id.value();
    }

    private static Post post(ResultSet row) throws SQLException {
        var rootVideo = id(row, 12);
        var replyTo = id(row, 13);
        var replyToAuthor = id(row, 14);
        var video = id(row, 16);
        var revoked = row.getBoolean(19);
        var quote = id(row, 17);
        var quoteAuthor = id(row, 18);
        return new Post(
                new PostId(row.getLong(1)),
                new AccountId(row.getLong(2)),
                row.getBoolean(3),
                PostState.of(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                row.getString(9),
                row.getBoolean(10),
                new Place(
                        row.getLong(11),
                        rootVideo == null ? null : new VideoId(rootVideo),
                        replyTo == null ? null : new PostId(replyTo),
                        replyToAuthor == null ? null : new AccountId(replyToAuthor),
                        row.getInt(15)),
                video == null ? null : new VideoId(video),
                quote == null || revoked ? null : new PostId(quote),
                quoteAuthor == null || revoked ? null : new AccountId(quoteAuthor),
                row.getBoolean(20),
                row.getInt(21));
    }

    private static @Nullable Long id(ResultSet row, int column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}

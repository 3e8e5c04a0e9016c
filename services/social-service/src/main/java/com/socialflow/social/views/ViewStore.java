package com.socialflow.social.views;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import com.socialflow.social.rules.Audience;
import com.socialflow.social.rules.PostState;
import com.socialflow.social.views.PostRow.Content;
import com.socialflow.social.views.PostRow.Place;
import com.socialflow.social.views.PostRow.RootPost;
import com.socialflow.social.views.PostRow.Rules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a page of posts needs. By position: this is the hot path of every timeline. */
@Component
class ViewStore {

    /** No account has this id. */
    private static final long NOBODY = 0;

    private final JdbcClient jdbc;

    ViewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the posts that there are, in any state, in any order. */
    List<PostRow> posts(long[] ids, Optional<AccountId> viewer) {
        var viewerId = viewer.map(AccountId::value).orElse(NOBODY);
        return jdbc.sql("""
                SELECT p.id, p.author_id, p.kind = 'announcement', p.state, p.text, p.entities, p.warning, p.sensitive,
                       p.language, p.visibility = 'followers', p.who_may_reply, p.who_may_quote,
                       EXISTS (SELECT 1 FROM social.post_mention m WHERE m.post_id = p.id AND m.account_id = ?),
                       p.root_id, p.root_video_id, p.reply_to_id, p.reply_to_author, p.depth,
                       p.locked, p.branch_hidden, p.hearted, p.pinned_in_thread,
                       root.id, root.author_id, root.who_may_reply, root.locked,
                       root.id IS NOT NULL AND EXISTS (
                           SELECT 1 FROM social.post_mention m WHERE m.post_id = p.root_id AND m.account_id = ?),
                       p.video_id, p.quote_id, p.quote_revoked, p.with_images, p.with_poll, p.pinned_at IS NOT NULL,
                       p.version, p.created_at, p.edited_at,
                       p.root_video_id IS NOT NULL AND coalesce(
                           v.visibility = 'gone' OR (v.visibility = 'private' AND v.owner_id <> ?), true),
                       coalesce(v.owner_id = ?, false)
                  FROM social.post p
                  LEFT JOIN social.post root ON root.id = p.root_id AND p.root_id <> p.id
                  LEFT JOIN social.video v ON v.id = p.root_video_id
                 WHERE p.id = ANY (?::bigint[])
                """)
                .param(viewerId)
                .param(viewerId)
                .param(viewerId)
                .param(viewerId)
                .param(ids)
                .query((row, _) -> post(row))
                .list();
    }

    /** Which of some posts a person likes, reposted and keeps. */
    record Marks(Set<PostId> liked, Set<PostId> reposted, Set<PostId> bookmarked) {

        static final Marks NONE = new Marks(Set.of(), Set.of(), Set.of());
    }

    Marks marks(AccountId viewer, long[] ids) {
        var marks = new Marks(new HashSet<>(), new HashSet<>(), new HashSet<>());
        jdbc.sql("""
                SELECT 0, post_id FROM social.post_like WHERE account_id = ? AND post_id = ANY (?::bigint[])
                UNION ALL
                SELECT 1, post_id FROM social.repost WHERE account_id = ? AND post_id = ANY (?::bigint[])
                UNION ALL
                SELECT 2, post_id FROM social.bookmark WHERE account_id = ? AND post_id = ANY (?::bigint[])
                """)
                .param(viewer.value())
                .param(ids)
                .param(viewer.value())
                .param(ids)
                .param(viewer.value())
                .param(ids)
                .query(row -> {
                    var of = switch (row.getInt(1)) {
                        case 0 -> marks.liked();
                        case 1 -> marks.reposted();
                        default -> marks.bookmarked();
                    };
                    of.add(new PostId(row.getLong(2)));
                });
        return marks;
    }

    private static PostRow post(ResultSet row) throws SQLException {
        var quote = id(row, 29);
        var video = id(row, 28);
        return new PostRow(
                new PostId(row.getLong(1)),
                new AccountId(row.getLong(2)),
                row.getBoolean(3),
                PostState.of(row.getString(4)),
                new Content(
                        row.getString(5),
                        new Entities(row.getString(6)),
                        row.getString(7),
                        row.getBoolean(8),
                        row.getString(9)),
                new Rules(row.getBoolean(10), audience(row, 11), audience(row, 12), row.getBoolean(13)),
                place(row),
                video == null ? null : new VideoId(video),
                quote == null ? null : new PostId(quote),
                row.getBoolean(30),
                row.getBoolean(31),
                row.getBoolean(32),
                row.getBoolean(33),
                row.getInt(34),
                row.getObject(35, OffsetDateTime.class).toInstant(),
                instant(row.getObject(36, OffsetDateTime.class)));
    }

    private static Place place(ResultSet row) throws SQLException {
        var rootVideo = id(row, 15);
        var replyTo = id(row, 16);
        var replyToAuthor = id(row, 17);
        var rootId = id(row, 23);
        var root = rootId == null
                ? null
                : new RootPost(
                        new PostId(rootId),
                        new AccountId(row.getLong(24)),
                        audience(row, 25),
                        row.getBoolean(26),
                        row.getBoolean(27));
        return new Place(
                row.getLong(14),
                rootVideo == null ? null : new VideoId(rootVideo),
                replyTo == null ? null : new PostId(replyTo),
                replyToAuthor == null ? null : new AccountId(replyToAuthor),
                row.getInt(18),
                row.getBoolean(19) || (root != null && root.locked()),
                row.getBoolean(20),
                row.getBoolean(21),
                row.getBoolean(22),
                root,
                row.getBoolean(37),
                row.getBoolean(38));
    }

    private static Audience audience(ResultSet row, int column) throws SQLException {
        return Audience.of(row.getString(column)).orElseThrow();
    }

    private static @Nullable Long id(ResultSet row, int column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

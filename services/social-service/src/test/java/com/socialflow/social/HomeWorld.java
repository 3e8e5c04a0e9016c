package com.socialflow.social;

import com.google.protobuf.Message;
import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.core.PostId;
import com.socialflow.proto.social.v1.PostPublished;
import com.socialflow.proto.social.v1.PostReposted;
import com.socialflow.proto.social.v1.Tie;
import com.socialflow.proto.social.v1.TieChanged;
import com.socialflow.social.views.Entry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who follow and post, as rows and as the events that tell of them; the events are the test's to deliver. */
public final class HomeWorld {

    /** An event and when it was appended. */
    public record Told(Message event, Instant at) {}

    /** A post as others need it. */
    public record Written(PostId id, AccountId author) {}

    private final JdbcClient jdbc;
    private final Ids ids;
    private final java.time.Clock clock;
    private final List<Told> told = new ArrayList<>();

    public HomeWorld(JdbcClient jdbc, Ids ids, java.time.Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was told since the last call. */
    public List<Told> told() {
        var all = List.copyOf(told);
        told.clear();
        return all;
    }

    public AccountId person() {
        var account = new AccountId(ids.next());
        jdbc.sql("INSERT INTO social.person (account_id, username, display_name, told_at) VALUES (?, ?, '', ?)")
                .param(account.value())
                .param("p" + account)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return account;
    }

    public void follow(AccountId follower, AccountId followed, boolean reposts) {
        jdbc.sql("""
                INSERT INTO social.follow (follower_id, followed_id, position, reposts) VALUES (?, ?, ?, ?)
                    ON CONFLICT (follower_id, followed_id) DO UPDATE SET reposts = excluded.reposts
                """)
                .param(follower.value())
                .param(followed.value())
                .param(ids.next())
                .param(reposts)
                .update();
        tie(follower, followed, true);
    }

    public void unfollow(AccountId follower, AccountId followed) {
        jdbc.sql("DELETE FROM social.follow WHERE follower_id = ? AND followed_id = ?")
                .param(follower.value())
                .param(followed.value())
                .update();
        tie(follower, followed, false);
    }

    private void tie(AccountId follower, AccountId followed, boolean present) {
        tell(TieChanged.newBuilder()
                .setAccount(follower.value())
                .setOther(followed.value())
                .setTie(Tie.FOLLOW)
                .setPresent(present)
                .build());
    }

    public Written post(AccountId author) {
        return write(author, null, null, null);
    }

    public Written reply(AccountId author, Written to) {
        return write(author, to, null, null);
    }

    public Written comment(AccountId author, long video) {
        return write(author, null, video, null);
    }

    public Written tagged(AccountId author, String tag) {
        return write(author, null, null, tag);
    }

    private Written write(AccountId author, @Nullable Written to, @Nullable Long video, @Nullable String tag) {
        var id = ids.next();
        jdbc.sql("""
                INSERT INTO social.post (id, author_id, kind, state, text, visibility, who_may_reply, who_may_quote,
                                         root_id, root_video_id, reply_to_id, reply_to_author, created_at)
                VALUES (:id, :author, 'post', 'published', 'text', 'public', 'everyone', 'everyone',
                        :root, :video::bigint, :to::bigint, :other::bigint, :now)
                """)
                .param("id", id)
                .param("author", author.value())
                .param("root", to != null ? to.id().value() : video != null ? video : id)
                .param("video", video)
                .param("to", to == null ? null : to.id().value())
                .param("other", to == null ? null : to.author().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (tag != null) {
            jdbc.sql("INSERT INTO social.post_tag (tag, post_id) VALUES (?, ?)")
                    .param(tag)
                    .param(id)
                    .update();
        }
        var event = PostPublished.newBuilder().setAuthor(author.value()).setPost(id);
        Optional.ofNullable(to)
                .ifPresent(other -> event.setReplyTo(other.id().value())
                        .setReplyToAuthor(other.author().value()));
        Optional.ofNullable(video).ifPresent(event::setRootVideo);
        Optional.ofNullable(tag).ifPresent(event::addTag);
        tell(event.build());
        return new Written(new PostId(id), author);
    }

    /** Nothing when it is reposted already. */
    public void repost(AccountId by, Written post) {
        var id = ids.next();
        var rows = jdbc.sql("""
                INSERT INTO social.repost (account_id, post_id, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """)
                .param(by.value())
                .param(post.id().value())
                .param(id)
                .update();
        if (rows > 0) {
            tell(PostReposted.newBuilder()
                    .setAccount(by.value())
                    .setRepost(id)
                    .setPost(post.id().value())
                    .setAuthor(post.author().value())
                    .build());
        }
    }

    public void takeBack(AccountId by, Written post) {
        jdbc.sql("DELETE FROM social.repost WHERE account_id = ? AND post_id = ?")
                .param(by.value())
                .param(post.id().value())
                .update();
    }

    public void delete(Written post) {
        jdbc.sql("UPDATE social.post SET state = 'deleted', text = '' WHERE id = ?")
                .param(post.id().value())
                .update();
    }

    private void tell(Message event) {
        told.add(new Told(event, clock.instant()));
    }

    /** What a home timeline means, said without a thought for speed. */
    public List<Entry> home(AccountId reader, Set<String> tags) {
        return jdbc.sql("""
                WITH f AS (SELECT followed_id AS id, reposts FROM social.follow WHERE follower_id = :reader
                           UNION ALL SELECT :reader::bigint, false),
                way AS (
                    SELECT p.id AS position, p.id AS post_id, 0::bigint AS by_id
                      FROM social.post p
                     WHERE p.author_id IN (SELECT id FROM f)
                       AND (p.root_video_id IS NULL OR p.kind = 'announcement')
                       AND (p.reply_to_id IS NULL OR p.reply_to_author = p.author_id
                            OR p.reply_to_author IN (SELECT id FROM f))
                    UNION
                    SELECT p.id, p.id, 0 FROM social.post p JOIN social.post_tag t ON t.post_id = p.id
                     WHERE t.tag = ANY (:tags::text[]) AND p.visibility = 'public' AND p.root_video_id IS NULL
                       AND p.author_id NOT IN (SELECT account_id FROM social.person WHERE private_account)
                    UNION
                    SELECT r.id, r.post_id, r.account_id FROM social.repost r
                     WHERE r.account_id IN (SELECT id FROM f WHERE reposts))
                SELECT position, post_id, by_id
                  FROM (SELECT DISTINCT ON (w.post_id) w.position, w.post_id, w.by_id
                          FROM way w JOIN social.post p ON p.id = w.post_id
                         WHERE p.state = 'published'
                         ORDER BY w.post_id, w.position) AS firsts
                 ORDER BY position DESC
                """)
                .param("reader", reader.value())
                .param("tags", tags.toArray(String[]::new))
                .query((row, _) -> new Entry(
                        row.getLong(1),
                        new PostId(row.getLong(2)),
                        row.getLong(3) == 0 ? null : new AccountId(row.getLong(3))))
                .list();
    }
}

package com.socialflow.social.images;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.social.posts.ImageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.image} and {@code social.image_hold}. */
@Component
class ImageStore {

    private static final String COLUMNS = "id, owner_id, name, width, height, alt, post_id";

    /** A picture that something has which waits. */
    record Held(long holder, Image image) {}

    private final JdbcClient jdbc;

    ImageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Image image, Instant now) {
        jdbc.sql("""
                INSERT INTO social.image (id, owner_id, name, width, height, alt, loose_since, created_at)
                VALUES (:id, :owner, :name, :width, :height, :alt, :now, :now)
                """)
                .param("id", image.id().value())
                .param("owner", image.owner().value())
                .param("name", image.name())
                .param("width", image.width())
                .param("height", image.height())
                .param("alt", image.alt())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Image> find(ImageId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM social.image WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> image(row))
                .optional();
    }

    Optional<Image> findForUpdate(ImageId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM social.image WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query((row, _) -> image(row))
                .optional();
    }

    /** The pictures of some posts, in the order of each post. */
    List<Image> ofPosts(Collection<PostId> posts) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM social.image WHERE post_id = ANY (?::bigint[]) ORDER BY post_id, place")
                .param(posts.stream().mapToLong(PostId::value).toArray())
                .query((row, _) -> image(row))
                .list();
    }

    /** A person's pictures, oldest first. */
    List<Image> ofOwner(AccountId owner, long after, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM social.image WHERE owner_id = ? AND id > ? ORDER BY id LIMIT ?")
                .param(owner.value())
                .param(after)
                .param(limit)
                .query((row, _) -> image(row))
                .list();
    }

    int countLoose(AccountId owner) {
        return jdbc.sql("SELECT count(*) FROM social.image WHERE owner_id = ? AND post_id IS NULL")
                .param(owner.value())
                .query(Integer.class)
                .single();
    }

    /** Changes what the picture is said to show; false when the person has none of this id. */
    boolean describe(ImageId id, AccountId owner, String alt) {
        return jdbc.sql("UPDATE social.image SET alt = ? WHERE id = ? AND owner_id = ?")
                        .param(alt)
                        .param(id.value())
                        .param(owner.value())
                        .update()
                == 1;
    }

    /** The same of a picture of a post; false when the post has none of this id. */
    boolean describeOf(PostId post, ImageId id, String alt) {
        return jdbc.sql("UPDATE social.image SET alt = ? WHERE id = ? AND post_id = ?")
                        .param(alt)
                        .param(id.value())
                        .param(post.value())
                        .update()
                == 1;
    }

    /** Gives a picture that no post has to a post of its owner; false when there is none such. */
    boolean attach(ImageId id, AccountId owner, PostId post, int place) {
        return jdbc.sql("""
                        UPDATE social.image SET post_id = ?, place = ?, loose_since = NULL
                         WHERE id = ? AND owner_id = ? AND post_id IS NULL
                        """)
                        .param(post.value())
                        .param(place)
                        .param(id.value())
                        .param(owner.value())
                        .update()
                == 1;
    }

    /** Has what waits hold the picture; false when the person has none of this id that no post has. */
    boolean hold(ImageId id, AccountId owner, long holder) {
        var free = jdbc.sql("""
                UPDATE social.image SET loose_since = NULL WHERE id = ? AND owner_id = ? AND post_id IS NULL
                """).param(id.value()).param(owner.value()).update();
        if (free == 0) {
            return false;
        }
        jdbc.sql("INSERT INTO social.image_hold (image_id, holder_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .param(id.value())
                .param(holder)
                .update();
        return true;
    }

    /** What waited holds nothing any more; what nothing else has is loose from now on. */
    void release(long holder, Instant now) {
        var ids = jdbc.sql("SELECT image_id FROM social.image_hold WHERE holder_id = ?")
                .param(holder)
                .query(Long.class)
                .list();
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("DELETE FROM social.image_hold WHERE holder_id = ?")
                .param(holder)
                .update();
        jdbc.sql("""
                UPDATE social.image SET loose_since = ?
                 WHERE id = ANY (?::bigint[]) AND post_id IS NULL
                   AND NOT EXISTS (SELECT 1 FROM social.image_hold h WHERE h.image_id = image.id)
                """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(ids.stream().mapToLong(Long::longValue).toArray())
                .update();
    }

    /** Whether something that waits has the picture. */
    boolean held(ImageId id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM social.image_hold WHERE image_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    List<Held> held(Collection<Long> holders) {
        return jdbc.sql("SELECT " + COLUMNS + """
                        , holder_id
                          FROM social.image JOIN social.image_hold ON image_id = id
                         WHERE holder_id = ANY (?::bigint[]) ORDER BY id
                        """)
                .param(holders.stream().mapToLong(Long::longValue).toArray())
                .query((row, _) -> new Held(row.getLong(8), image(row)))
                .list();
    }

    void delete(ImageId id) {
        jdbc.sql("DELETE FROM social.image WHERE id = ?").param(id.value()).update();
    }

    /** Deletes the pictures of a post and gives their names. */
    List<String> deleteOfPost(PostId post) {
        return jdbc.sql("DELETE FROM social.image WHERE post_id = ? RETURNING name")
                .param(post.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Deletes pictures that have been loose since before then, the oldest first, and gives their names. */
    List<String> deleteLoose(Instant before, int limit) {
        return jdbc.sql("""
                DELETE FROM social.image
                 WHERE id IN (SELECT id FROM social.image
                               WHERE loose_since <= ?
                               ORDER BY loose_since
                               LIMIT ?
                                 FOR UPDATE SKIP LOCKED)
                RETURNING name
                """)
                .param(before.atOffset(ZoneOffset.UTC))
                .param(limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Deletes a person's pictures that no post has, and gives their names. */
    List<String> deleteUnattached(AccountId owner, int limit) {
        return jdbc.sql("""
                DELETE FROM social.image
                 WHERE id IN (SELECT id FROM social.image
                               WHERE owner_id = ? AND post_id IS NULL
                               ORDER BY id
                               LIMIT ?
                                 FOR UPDATE SKIP LOCKED)
                RETURNING name
                """)
                .param(owner.value())
                .param(limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static Image image(ResultSet row) throws SQLException {
        var postId = row.getLong(7);
        var post = row.wasNull() ? null : new PostId(postId);
        return new Image(
                new ImageId(row.getLong(1)),
                new AccountId(row.getLong(2)),
                row.getString(3),
                row.getInt(4),
                row.getInt(5),
                row.getString(6),
                post);
    }
}

package com.socialflow.social.cards;

import com.socialflow.core.Ids;
import com.socialflow.core.PostId;
import com.socialflow.platform.images.StoredImages;
import com.socialflow.social.views.CardView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.card} and {@code social.post_card}. */
@Component
class CardStore {

    /** A card to be fetched. */
    record Due(long card, String url, int attempts) {}

    private final JdbcClient jdbc;
    private final Ids ids;

    CardStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** What leads elsewhere from the text of a published post, as JSON. */
    Optional<String> entities(PostId post) {
        return jdbc.sql("SELECT entities FROM social.post WHERE id = ? AND state IN ('published', 'held')")
                .param(post.value())
                .query(String.class)
                .optional();
    }

    /**
     * The card of an address; one that was settled before its time is to be fetched anew.
     *
     * @param readyBefore a card that was ready before is old
     * @param failedBefore a failure before is forgotten
     */
    long want(String url, Instant now, Instant readyBefore, Instant failedBefore) {
        return jdbc.sql("""
                INSERT INTO social.card AS c (id, url, state, next_at, settled_at)
                VALUES (:id, :url, 'waiting', :now, :now)
                    ON CONFLICT (url) DO UPDATE
                   SET next_at = CASE WHEN c.next_at IS NULL AND c.settled_at <= CASE c.state
                                               WHEN 'failed' THEN CAST(:failed AS timestamptz)
                                               ELSE CAST(:ready AS timestamptz) END
                                      THEN excluded.next_at ELSE c.next_at END
                RETURNING id
                """)
                .param("id", ids.next())
                .param("url", url)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ready", readyBefore.atOffset(ZoneOffset.UTC))
                .param("failed", failedBefore.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void connect(PostId post, long card) {
        jdbc.sql("""
                INSERT INTO social.post_card (post_id, card_id) VALUES (:post, :card)
                    ON CONFLICT (post_id) DO UPDATE SET card_id = excluded.card_id
                """).param("post", post.value()).param("card", card).update();
    }

    void disconnect(PostId post) {
        jdbc.sql("DELETE FROM social.post_card WHERE post_id = ?")
                .param(post.value())
                .update();
    }

    /** Takes one that is due; whoever dies with it leaves it to others after the given moment. */
    Optional<Due> take(Instant now, Instant again) {
        return jdbc.sql("""
                UPDATE social.card
                   SET attempts = attempts + 1, next_at = :again
                 WHERE id IN (SELECT id FROM social.card
                               WHERE next_at <= :now
                               ORDER BY next_at
                               LIMIT 1
                                 FOR UPDATE SKIP LOCKED)
                RETURNING id, url, attempts
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("again", again.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Due(row.getLong(1), row.getString(2), row.getInt(3)))
                .optional();
    }

    /** The name of the card's picture, if there are both; the card is the caller's until its transaction ends. */
    Optional<String> imageForUpdate(long card) {
        return jdbc.sql("SELECT coalesce(image, '') FROM social.card WHERE id = ? FOR UPDATE")
                .param(card)
                .query(String.class)
                .optional();
    }

    /** What came of fetching; null: nothing that can be shown. */
    void settle(long card, @Nullable Preview preview, @Nullable String image, Instant now) {
        jdbc.sql("""
                UPDATE social.card
                   SET state = :state, title = :title, description = :description, site = :site, image = :image,
                       next_at = NULL, attempts = 0, settled_at = :now
                 WHERE id = :card
                """)
                .param("state", preview == null ? "failed" : "ready")
                .param("title", preview == null ? "" : preview.title())
                .param("description", preview == null ? "" : preview.description())
                .param("site", preview == null ? "" : preview.site())
                .param("image", image)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("card", card)
                .update();
    }

    Map<PostId, CardView> ofPosts(Collection<PostId> posts) {
        var found = new HashMap<PostId, CardView>();
        jdbc.sql("""
                SELECT p.post_id, c.url, c.title, c.description, c.site, c.image
                  FROM social.post_card p
                  JOIN social.card c ON c.id = p.card_id
                 WHERE p.post_id = ANY (?::bigint[])
                   AND c.state = 'ready'
                """).param(posts.stream().mapToLong(PostId::value).toArray()).query(row -> {
            var image = row.getString(6);
            found.put(
                    new PostId(row.getLong(1)),
                    new CardView(
                            row.getString(2),
                            row.getString(3),
                            orNull(row.getString(4)),
                            orNull(row.getString(5)),
                            image == null ? null : StoredImages.address(image, Cards.PICTURE)));
        });
        return found;
    }

    /** Deletes cards that were settled before then and that no post has, and gives the names of their pictures. */
    List<String> deleteUnused(Instant before, int limit) {
        return jdbc.sql("""
                DELETE FROM social.card
                 WHERE id IN (SELECT id FROM social.card c
                               WHERE settled_at <= :before
                                 AND next_at IS NULL
                                 AND NOT EXISTS (SELECT 1 FROM social.post_card p WHERE p.card_id = c.id)
                               ORDER BY settled_at
                               LIMIT :limit
                                 FOR UPDATE SKIP LOCKED)
                RETURNING coalesce(image, '')
                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

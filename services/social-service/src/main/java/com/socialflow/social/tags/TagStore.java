package com.socialflow.social.tags;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.tag} and {@code social.tag_use}. */
@Component
class TagStore {

    /** What moderators decided of a hashtag. */
    record Known(String shown, Optional<Boolean> allowed) {}

    private final JdbcClient jdbc;

    TagStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that the account used these hashtags in one post. */
    void use(Collection<String> tags, AccountId account, Instant at) {
        var sorted = tags.stream().sorted().toArray(String[]::new);
        jdbc.sql("""
                INSERT INTO social.tag (tag, shown) SELECT t, t FROM unnest(:tags::text[]) AS t
                    ON CONFLICT (tag) DO NOTHING
                """).param("tags", sorted).update();
        jdbc.sql("""
                INSERT INTO social.tag_use (tag, hour, account_id, posts)
                SELECT t, :hour, :account, 1 FROM unnest(:tags::text[]) AS t
                    ON CONFLICT (tag, hour, account_id) DO UPDATE SET posts = social.tag_use.posts + 1
                """)
                .param("tags", sorted)
                .param("hour", time(at.truncatedTo(ChronoUnit.HOURS)))
                .param("account", account.value())
                .update();
    }

    Optional<Known> find(Tag tag) {
        return jdbc.sql("SELECT shown, allowed FROM social.tag WHERE tag = :tag")
                .param("tag", tag.value())
                .query((row, _) -> new Known(row.getString(1), Optional.ofNullable(row.getObject(2, Boolean.class))))
                .optional();
    }

    /** Public posts with the hashtag, counted up to a limit. */
    int posts(Tag tag, int limit) {
        return jdbc.sql("""
                SELECT count(*)
                  FROM (SELECT 1
                          FROM social.post_tag AS tagged
                          JOIN social.post AS post ON post.id = tagged.post_id
                         WHERE tagged.tag = :tag AND post.state = 'published' AND post.visibility = 'public'
                         LIMIT :limit) AS posts
                """)
                .param("tag", tag.value())
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /**
     * Hashtags that begin so and may be shown, those with most people since the moment first.
     *
     * @param prefix folded, without a wildcard
     */
    List<String> beginning(String prefix, Instant since, int limit) {
        return jdbc.sql("""
                SELECT tag.tag
                  FROM social.tag AS tag
                  LEFT JOIN LATERAL (SELECT count(DISTINCT account_id) AS people
                                       FROM social.tag_use
                                      WHERE tag_use.tag = tag.tag AND hour >= :since) AS used ON true
                 WHERE tag.tag LIKE :prefix AND tag.allowed IS DISTINCT FROM false
                 ORDER BY used.people DESC, length(tag.tag), tag.tag
                 LIMIT :limit
                """)
                .param("prefix", prefix.replace("_", "\\_") + "%")
                .param("since", time(since))
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Says whether the hashtag may trend; false when nobody ever used it. */
    boolean review(Tag tag, boolean allowed) {
        return jdbc.sql("UPDATE social.tag SET allowed = :allowed WHERE tag = :tag")
                        .param("tag", tag.value())
                        .param("allowed", allowed)
                        .update()
                > 0;
    }

    /** Forgets uses before the moment, at most so many. */
    int sweep(Instant before, int limit) {
        return jdbc.sql("""
                DELETE FROM social.tag_use
                 WHERE (tag, hour, account_id) IN
                       (SELECT tag, hour, account_id FROM social.tag_use WHERE hour < :before LIMIT :limit)
                """).param("before", time(before)).param("limit", limit).update();
    }

    /** Forgets what a person used, at most so many. */
    int forget(AccountId account, int limit) {
        return jdbc.sql("""
                DELETE FROM social.tag_use
                 WHERE (tag, hour, account_id) IN
                       (SELECT tag, hour, account_id FROM social.tag_use WHERE account_id = :account LIMIT :limit)
                """)
                .param("account", account.value())
                .param("limit", limit)
                .update();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

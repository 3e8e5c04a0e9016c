package com.socialflow.social.homes;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.pulled_author}. */
@Component
class PulledStore {

    /** Somebody whose posts are fetched, until a time or as long as there are that many followers. */
    record Pulled(AccountId author, Optional<Instant> until) {}

    private final JdbcClient jdbc;

    PulledStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the authors whose posts are not brought to anybody. */
    Set<AccountId> among(Collection<AccountId> authors) {
        return jdbc.sql("""
                SELECT author_id FROM social.pulled_author
                 WHERE author_id = ANY (?::bigint[]) AND NOT leaving
                """)
                .param(authors.stream().mapToLong(AccountId::value).toArray())
                .query((row, _) -> new AccountId(row.getLong(1)))
                .set();
    }

    void put(AccountId author, @Nullable Instant until) {
        jdbc.sql("""
                INSERT INTO social.pulled_author (author_id, until) VALUES (:author, :until)
                    ON CONFLICT (author_id) DO UPDATE SET until = excluded.until, leaving = false
                """)
                .param("author", author.value())
                .param(
                        "until",
                        until == null ? null : until.atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    List<Pulled> after(long author, int limit) {
        return jdbc.sql("""
                SELECT author_id, until FROM social.pulled_author WHERE author_id > ? ORDER BY author_id LIMIT ?
                """)
                .param(author)
                .param(limit)
                .query((row, _) -> new Pulled(
                        new AccountId(row.getLong(1)),
                        Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    void leave(AccountId author) {
        jdbc.sql("UPDATE social.pulled_author SET leaving = true WHERE author_id = ?")
                .param(author.value())
                .update();
    }

    /** Unless the author came back meanwhile. */
    void delete(AccountId author) {
        jdbc.sql("DELETE FROM social.pulled_author WHERE author_id = ? AND leaving")
                .param(author.value())
                .update();
    }

    /** The newest posts and reposts of the author that home timelines may have. */
    List<HomeEntry> newest(AccountId author, int limit) {
        return jdbc.sql("""
                SELECT position, post_id, reposter_id
                  FROM ((SELECT id AS position, id AS post_id, 0::bigint AS reposter_id
                           FROM social.post
                          WHERE author_id = :author AND state = 'published'
                            AND (root_video_id IS NULL OR kind = 'announcement')
                          ORDER BY id DESC LIMIT :limit)
                        UNION ALL
                        (SELECT id, post_id, account_id
                           FROM social.repost WHERE account_id = :author ORDER BY id DESC LIMIT :limit)) AS entry
                 ORDER BY position DESC
                 LIMIT :limit
                """)
                .param("author", author.value())
                .param("limit", limit)
                .query((row, _) -> new HomeEntry(
                        row.getLong(1),
                        new PostId(row.getLong(2)),
                        row.getLong(3) == 0 ? null : new AccountId(row.getLong(3))))
                .list();
    }
}

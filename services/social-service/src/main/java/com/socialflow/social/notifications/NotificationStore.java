package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.notification}, as people read them. */
@Component
class NotificationStore {

    private static final String COLUMNS =
            "id, account_id, kind, subject_id, post_id, position, count, people, filtered, at";

    /** Nobody whom the reader blocks or muted, or who blocks the reader, makes a row unread. */
    private static final String UNREAD = """
            SELECT 1 FROM social.notification AS told
             WHERE account_id = :account AND position > :marker AND NOT filtered
               AND (cardinality(people) = 0 OR EXISTS (
                   SELECT 1 FROM unnest(told.people) AS by (id)
                    WHERE NOT EXISTS (SELECT 1 FROM social.block
                                       WHERE blocker_id = :account AND blocked_id = by.id)
                      AND NOT EXISTS (SELECT 1 FROM social.block
                                       WHERE blocker_id = by.id AND blocked_id = :account)
                      AND NOT EXISTS (SELECT 1 FROM social.mute
                                       WHERE muter_id = :account AND muted_id = by.id AND notifications
                                         AND (until IS NULL OR until > :now))))
             LIMIT :limit
            """;

    private final JdbcClient jdbc;

    NotificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest after the cursor. */
    List<Told> page(AccountId account, boolean filtered, Collection<Kind> kinds, long before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                  FROM social.notification
                 WHERE account_id = :account
                   AND filtered = :filtered
                   AND kind = ANY (:kinds::text[])
                   AND position < :before
                 ORDER BY position DESC
                 LIMIT :limit
                """)
                .param("account", account.value())
                .param("filtered", filtered)
                .param("kinds", kinds.stream().map(Kind::word).toArray(String[]::new))
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> told(row))
                .list();
    }

    List<Told> find(Collection<NotificationId> ids) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM social.notification WHERE id = ANY (?::bigint[])")
                .param(ids.stream().mapToLong(NotificationId::value).toArray())
                .query((row, _) -> told(row))
                .list();
    }

    /** Whom of these the account muted, notifications too. */
    Set<AccountId> silenced(AccountId account, Collection<AccountId> others, Instant now) {
        return Set.copyOf(jdbc.sql("""
                SELECT muted_id FROM social.mute
                 WHERE muter_id = :account AND muted_id = ANY (:others::bigint[])
                   AND notifications AND (until IS NULL OR until > :now)
                """)
                .param("account", account.value())
                .param("others", others.stream().mapToLong(AccountId::value).toArray())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new AccountId(row.getLong(1)))
                .list());
    }

    /** How many are unread, counted up to the limit. */
    int unread(AccountId account, long marker, int limit, Instant now) {
        return jdbc.sql("SELECT count(*) FROM (" + UNREAD + ") AS unread")
                .param("account", account.value())
                .param("marker", marker)
                .param("limit", limit)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Up to where each of these has read; 0: never. */
    Map<AccountId, Long> markers(Collection<AccountId> accounts) {
        var found = new HashMap<AccountId, Long>();
        jdbc.sql("SELECT account_id, position FROM social.notification_marker WHERE account_id = ANY (?::bigint[])")
                .param(accounts.stream().mapToLong(AccountId::value).toArray())
                .query(row -> {
                    found.put(new AccountId(row.getLong(1)), row.getLong(2));
                });
        return found;
    }

    /** It never goes back. */
    void mark(AccountId account, long position) {
        jdbc.sql("""
                INSERT INTO social.notification_marker (account_id, position) VALUES (:account, :position)
                    ON CONFLICT (account_id) DO UPDATE
                   SET position = greatest(social.notification_marker.position, excluded.position)
                """)
                .param("account", account.value())
                .param("position", position)
                .update();
    }

    Optional<Long> position(AccountId account, NotificationId id) {
        return jdbc.sql("SELECT position FROM social.notification WHERE id = :id AND account_id = :account")
                .param("id", id.value())
                .param("account", account.value())
                .query(Long.class)
                .optional();
    }

    boolean delete(AccountId account, NotificationId id) {
        return jdbc.sql("DELETE FROM social.notification WHERE id = :id AND account_id = :account")
                        .param("id", id.value())
                        .param("account", account.value())
                        .update()
                > 0;
    }

    /** Deletes some that are older, and gives how many. */
    int deleteBefore(Instant time, int limit) {
        return jdbc.sql("""
                DELETE FROM social.notification
                 WHERE id IN (SELECT id FROM social.notification WHERE at < :time ORDER BY at LIMIT :limit)
                """)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                new NotificationId(row.getLong("id")),
                new AccountId(row.getLong("account_id")),
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getLong("subject_id"),
                post(row),
                row.getLong("position"),
                row.getInt("count"),
                people(row.getArray("people")),
                row.getBoolean("filtered"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable PostId post(ResultSet row) throws SQLException {
        var id = row.getLong("post_id");
        return row.wasNull() ? null : new PostId(id);
    }

    private static List<AccountId> people(Array array) throws SQLException {
        var people = new ArrayList<AccountId>();
        Arrays.stream((Long[]) array.getArray()).forEach(id -> people.add(new AccountId(id)));
        return people;
    }
}

package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.core.PostId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes rows of {@code social.notification}, many at once. */
@Component
class AdditionStore {

    /** What makes two notifications one row. */
    record Key(AccountId account, Kind kind, long subject, int day, boolean filtered) {

        /** All who write rows lock them in this order, so that none waits for another in a ring. */
        static final Comparator<Key> ORDER = Comparator.comparingLong(
                        (Key key) -> key.account().value())
                .thenComparing(key -> key.kind().word())
                .thenComparingLong(Key::subject)
                .thenComparingInt(Key::day)
                .thenComparing(Key::filtered);
    }

    /** A row as it was before, locked. */
    record Row(NotificationId id, boolean fresh, long position, Instant toldAt) {}

    /** Somebody in a row. */
    record Part(NotificationId notification, AccountId person) {}

    private final JdbcClient jdbc;
    private final Ids ids;

    AdditionStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** The rows of these keys, locked in their order; made where they were not. */
    Map<Key, Row> rows(List<Key> keys, Map<Key, PostId> posts, Instant now) {
        var fresh = keys.stream().mapToLong(_ -> ids.next()).toArray();
        var made = new HashSet<Long>();
        for (var id : fresh) {
            made.add(id);
        }
        var found = new HashMap<Key, Row>();
        jdbc.sql("""
                INSERT INTO social.notification AS told (id, account_id, kind, subject_id, day, filtered, post_id,
                                                         position, at, told_at)
                SELECT id, account, kind, subject, day, filtered, nullif(post, 0), id, :now, :now
                  FROM unnest(:ids::bigint[], :accounts::bigint[], :kinds::text[], :subjects::bigint[], :days::int[],
                              :filtered::boolean[], :posts::bigint[]) WITH ORDINALITY
                    AS new (id, account, kind, subject, day, filtered, post, number)
                 ORDER BY number
                    ON CONFLICT (account_id, kind, subject_id, day, filtered) DO UPDATE SET told_at = told.told_at
                RETURNING id, account_id, kind, subject_id, day, filtered, position, told_at
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", fresh)
                .param(
                        "accounts",
                        keys.stream().mapToLong(key -> key.account().value()).toArray())
                .param("kinds", keys.stream().map(key -> key.kind().word()).toArray(String[]::new))
                .param("subjects", keys.stream().mapToLong(Key::subject).toArray())
                .param("days", keys.stream().mapToInt(Key::day).toArray())
                .param("filtered", keys.stream().map(Key::filtered).toArray(Boolean[]::new))
                .param(
                        "posts",
                        keys.stream().mapToLong(key -> value(posts.get(key))).toArray())
                .query(row -> {
                    var key = new Key(
                            new AccountId(row.getLong(2)),
                            Kind.of(row.getString(3)).orElseThrow(),
                            row.getLong(4),
                            row.getInt(5),
                            row.getBoolean(6));
                    found.put(
                            key,
                            new Row(
                                    new NotificationId(row.getLong(1)),
                                    made.contains(row.getLong(1)),
                                    row.getLong(7),
                                    Objects.requireNonNull(row.getObject(8, OffsetDateTime.class))
                                            .toInstant()));
                });
        return found;
    }

    private static long value(@Nullable PostId post) {
        return post == null ? 0 : post.value();
    }

    /** Those of them who were not in their rows before. */
    List<Part> join(List<Part> parts) {
        return jdbc.sql("""
                INSERT INTO social.notification_person (notification_id, person_id, position)
                SELECT * FROM unnest(:notifications::bigint[], :people::bigint[], :positions::bigint[])
                    ON CONFLICT (notification_id, person_id) DO NOTHING
                RETURNING notification_id, person_id
                """)
                .param("notifications", notifications(parts))
                .param(
                        "people",
                        parts.stream().mapToLong(part -> part.person().value()).toArray())
                .param("positions", parts.stream().mapToLong(_ -> ids.next()).toArray())
                .query((row, _) -> new Part(new NotificationId(row.getLong(1)), new AccountId(row.getLong(2))))
                .list();
    }

    /**
     * Counts who joined, and brings the rows to the top.
     *
     * @param told rows of which streams are told now
     */
    void grow(Map<NotificationId, Integer> joined, Set<NotificationId> told, Instant now) {
        var rows = List.copyOf(joined.keySet());
        jdbc.sql("""
                UPDATE social.notification AS told
                   SET count = told.count + grown.more,
                       position = greatest(told.position, grown.position),
                       at = :now,
                       told_at = CASE WHEN grown.tell THEN :now ELSE told.told_at END,
                       people = ARRAY (SELECT person_id FROM social.notification_person
                                        WHERE notification_id = told.id ORDER BY position DESC LIMIT :faces)
                  FROM unnest(:ids::bigint[], :more::int[], :positions::bigint[], :tell::boolean[])
                    AS grown (id, more, position, tell)
                 WHERE told.id = grown.id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("faces", Told.PEOPLE_MAX)
                .param("ids", rows.stream().mapToLong(NotificationId::value).toArray())
                .param("more", rows.stream().mapToInt(joined::get).toArray())
                .param("positions", rows.stream().mapToLong(_ -> ids.next()).toArray())
                .param("tell", rows.stream().map(told::contains).toArray(Boolean[]::new))
                .update();
    }

    private static long[] notifications(List<Part> parts) {
        return parts.stream().mapToLong(part -> part.notification().value()).toArray();
    }
}

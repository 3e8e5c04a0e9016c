package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.social.notifications.AdditionStore.Key;
import com.socialflow.social.notifications.AdditionStore.Part;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes people out of rows of {@code social.notification}, and rows away of which nobody is left. */
@Component
class LeavingStore {

    private final JdbcClient jdbc;

    LeavingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody in a row of this key. */
    record Leaver(Key key, Part part) {}

    /** Where those are who take something back. */
    List<Leaver> find(Collection<TakenBack> takenBack) {
        var all = List.copyOf(takenBack);
        return jdbc.sql("""
                SELECT told.id, told.account_id, told.kind, told.subject_id, told.day, told.filtered, part.person_id
                  FROM unnest(:kinds::text[], :subjects::bigint[], :receivers::bigint[], :people::bigint[])
                    AS undone (kind, subject, receiver, person)
                  JOIN social.notification_person AS part ON part.person_id = undone.person
                  JOIN social.notification AS told
                    ON told.id = part.notification_id AND told.kind = undone.kind AND told.subject_id = undone.subject
                   AND (undone.receiver = 0 OR told.account_id = undone.receiver)
                """)
                .param("kinds", all.stream().map(undone -> undone.kind().word()).toArray(String[]::new))
                .param("subjects", all.stream().mapToLong(TakenBack::subject).toArray())
                .param(
                        "receivers",
                        all.stream().mapToLong(LeavingStore::receiver).toArray())
                .param(
                        "people",
                        all.stream().mapToLong(undone -> undone.by().value()).toArray())
                .query((row, _) -> new Leaver(
                        new Key(
                                new AccountId(row.getLong(2)),
                                Kind.of(row.getString(3)).orElseThrow(),
                                row.getLong(4),
                                row.getInt(5),
                                row.getBoolean(6)),
                        new Part(new NotificationId(row.getLong(1)), new AccountId(row.getLong(7)))))
                .list();
    }

    private static long receiver(TakenBack undone) {
        var receiver = undone.receiver();
        return receiver == null ? 0 : receiver.value();
    }

    /** Everything of a person that another is told. */
    List<Part> between(AccountId receiver, AccountId person) {
        return jdbc.sql("""
                SELECT told.id FROM social.notification_person AS part
                  JOIN social.notification AS told ON told.id = part.notification_id
                 WHERE part.person_id = ? AND told.account_id = ?
                """)
                .param(person.value())
                .param(receiver.value())
                .query((row, _) -> new Part(new NotificationId(row.getLong(1)), person))
                .list();
    }

    /** Some of what anybody is told of a person. */
    List<Part> some(AccountId person, int limit) {
        return jdbc.sql("SELECT notification_id FROM social.notification_person WHERE person_id = ? LIMIT ?")
                .param(person.value())
                .param(limit)
                .query((row, _) -> new Part(new NotificationId(row.getLong(1)), person))
                .list();
    }

    /** Takes people out of rows, which it locks in the order in which all who write rows do. */
    void lockAndLeave(List<Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                SELECT id FROM social.notification
                 WHERE id = ANY (?::bigint[])
                 ORDER BY account_id, kind COLLATE "C", subject_id, day, filtered
                   FOR UPDATE
                """)
                .param(notifications(parts))
                .query((row, _) -> row.getLong(1))
                .list();
        leave(parts);
        removeEmpty(parts.stream().map(Part::notification).toList());
    }

    /** Takes them out of rows that are locked. */
    void leave(List<Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                WITH gone AS (
                    DELETE FROM social.notification_person AS part
                     USING unnest(:notifications::bigint[], :people::bigint[]) AS undone (notification, person)
                     WHERE part.notification_id = undone.notification AND part.person_id = undone.person
                    RETURNING part.notification_id)
                UPDATE social.notification AS told
                   SET count = told.count - fewer.count
                  FROM (SELECT notification_id, count(*) AS count FROM gone GROUP BY notification_id) AS fewer
                 WHERE told.id = fewer.notification_id
                """)
                .param("notifications", notifications(parts))
                .param(
                        "people",
                        parts.stream().mapToLong(part -> part.person().value()).toArray())
                .update();
        jdbc.sql("""
                UPDATE social.notification AS told
                   SET people = ARRAY (SELECT person_id FROM social.notification_person
                                        WHERE notification_id = told.id ORDER BY position DESC LIMIT ?)
                 WHERE id = ANY (?::bigint[])
                """).param(Told.PEOPLE_MAX).param(notifications(parts)).update();
    }

    /** Of locked rows in which somebody was, those in which nobody is. */
    void removeEmpty(Collection<NotificationId> rows) {
        jdbc.sql("DELETE FROM social.notification WHERE id = ANY (?::bigint[]) AND count = 0")
                .param(rows.stream().mapToLong(NotificationId::value).toArray())
                .update();
    }

    private static long[] notifications(List<Part> parts) {
        return parts.stream().mapToLong(part -> part.notification().value()).toArray();
    }
}

package com.socialflow.social.push;

import com.socialflow.core.AccountId;
import com.socialflow.social.notifications.NotificationId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.push_delivery}. */
@Component
class DeliveryStore {

    /** Something that a device is to be told. */
    record Delivery(Subscription device, NotificationId notification, int attempts, Instant createdAt) {}

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For each device of each person; not for those that are behind by so many already. */
    void insert(List<AccountId> people, List<NotificationId> notifications, int behindMax, Instant now) {
        jdbc.sql("""
                INSERT INTO social.push_delivery (subscription_id, notification_id, due_at, created_at)
                SELECT device.id, told.notification, :now, :now
                  FROM unnest(:people::bigint[], :notifications::bigint[]) AS told (person, notification)
                  JOIN social.push_subscription AS device ON device.account_id = told.person
                 WHERE (SELECT count(*) FROM social.push_delivery WHERE subscription_id = device.id) < :behind
                    ON CONFLICT (subscription_id, notification_id) DO UPDATE
                   SET attempts = 0, due_at = excluded.due_at, created_at = excluded.created_at
                """)
                .param("people", people.stream().mapToLong(AccountId::value).toArray())
                .param(
                        "notifications",
                        notifications.stream().mapToLong(NotificationId::value).toArray())
                .param("behind", behindMax)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes some whose turn it is, so that no other process does until then. */
    List<Delivery> take(Instant now, Instant until, int limit) {
        return jdbc.sql("""
                WITH taken AS (
                    UPDATE social.push_delivery
                       SET due_at = :until, attempts = attempts + 1
                     WHERE (subscription_id, notification_id) IN (
                           SELECT subscription_id, notification_id FROM social.push_delivery
                            WHERE due_at <= :now ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                    RETURNING subscription_id, notification_id, attempts, created_at)
                SELECT device.id, device.account_id, device.endpoint, device.device_key, device.device_auth,
                       taken.notification_id, taken.attempts, taken.created_at
                  FROM taken JOIN social.push_subscription AS device ON device.id = taken.subscription_id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new Delivery(
                        new Subscription(
                                row.getLong(1),
                                new AccountId(row.getLong(2)),
                                row.getString(3),
                                row.getBytes(4),
                                row.getBytes(5)),
                        new NotificationId(row.getLong(6)),
                        row.getInt(7),
                        row.getTimestamp(8).toInstant()))
                .list();
    }

    void postpone(Delivery delivery, Instant until) {
        jdbc.sql("UPDATE social.push_delivery SET due_at = ? WHERE subscription_id = ? AND notification_id = ?")
                .param(until.atOffset(ZoneOffset.UTC))
                .param(delivery.device().id())
                .param(delivery.notification().value())
                .update();
    }

    void delete(Delivery delivery) {
        jdbc.sql("DELETE FROM social.push_delivery WHERE subscription_id = ? AND notification_id = ?")
                .param(delivery.device().id())
                .param(delivery.notification().value())
                .update();
    }
}

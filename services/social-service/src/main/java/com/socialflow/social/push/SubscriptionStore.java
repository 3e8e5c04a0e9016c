package com.socialflow.social.push;

import com.socialflow.core.AccountId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.push_subscription}. */
@Component
class SubscriptionStore {

    private final JdbcClient jdbc;

    SubscriptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The endpoint is not there: see {@link #delete(String)}. */
    void insert(Subscription device, Instant now) {
        jdbc.sql("""
                INSERT INTO social.push_subscription (id, account_id, endpoint, device_key, device_auth, created_at)
                VALUES (:id, :account, :endpoint, :key, :auth, :now)
                """)
                .param("id", device.id())
                .param("account", device.account().value())
                .param("endpoint", device.endpoint())
                .param("key", device.deviceKey())
                .param("auth", device.deviceAuth())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What waits for a device of another person is not for this one. */
    void delete(String endpoint) {
        jdbc.sql("DELETE FROM social.push_subscription WHERE endpoint = ?")
                .param(endpoint)
                .update();
    }

    boolean delete(AccountId account, String endpoint) {
        return jdbc.sql("DELETE FROM social.push_subscription WHERE account_id = ? AND endpoint = ?")
                        .param(account.value())
                        .param(endpoint)
                        .update()
                > 0;
    }

    void delete(long id) {
        jdbc.sql("DELETE FROM social.push_subscription WHERE id = ?").param(id).update();
    }

    /** Keeps the newest devices of a person. */
    void keep(AccountId account, int newest) {
        jdbc.sql("""
                DELETE FROM social.push_subscription
                 WHERE account_id = :account
                   AND id NOT IN (SELECT id FROM social.push_subscription
                                   WHERE account_id = :account ORDER BY id DESC LIMIT :newest)
                """).param("account", account.value()).param("newest", newest).update();
    }

    /** When and with which service a device was made known. */
    record Device(String service, Instant since) {}

    List<Device> of(AccountId account) {
        return jdbc.sql("SELECT endpoint, created_at FROM social.push_subscription WHERE account_id = ? ORDER BY id")
                .param(account.value())
                .query((row, _) -> new Device(
                        URI.create(row.getString(1)).getHost(),
                        row.getTimestamp(2).toInstant()))
                .list();
    }

    int deleteAll(AccountId account) {
        return jdbc.sql("DELETE FROM social.push_subscription WHERE account_id = ?")
                .param(account.value())
                .update();
    }
}

package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Devices that entered accounts, as the database keeps them. */
@Component
class KnownDeviceStore {

    /**
     * By what an account was entered before.
     *
     * @param any by any device at all
     * @param known by this one
     */
    record Before(boolean any, boolean known) {}

    private final JdbcClient jdbc;

    KnownDeviceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(AccountId account, byte[] mark, Instant since) {
        return jdbc.sql("""
                SELECT count(*) FROM "user".known_device
                 WHERE account_id = :account AND mark = :mark AND seen_at > :since
                """)
                        .param("account", account.value())
                        .param("mark", mark)
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Notes a device now, and gives what was known until then: the query sees the table as it was. */
    Before see(AccountId account, byte[] mark, Instant since, Instant now) {
        return jdbc.sql("""
                WITH seen AS (
                  INSERT INTO "user".known_device (account_id, mark, seen_at) VALUES (:account, :mark, :now)
                  ON CONFLICT (account_id, mark) DO UPDATE SET seen_at = excluded.seen_at)
                SELECT count(*) > 0 AS any_device, count(*) FILTER (WHERE mark = :mark) > 0 AS this_device
                  FROM "user".known_device
                 WHERE account_id = :account AND seen_at > :since
                """)
                .param("account", account.value())
                .param("mark", mark)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Before(row.getBoolean("any_device"), row.getBoolean("this_device")))
                .single();
    }

    /** Forgets all but those seen last. */
    void forgetBut(AccountId account, int last) {
        jdbc.sql("""
                DELETE FROM "user".known_device
                 WHERE account_id = :account
                   AND mark IN (SELECT mark FROM "user".known_device
                                 WHERE account_id = :account
                                 ORDER BY seen_at DESC, mark
                                OFFSET :last)
                """).param("account", account.value()).param("last", last).update();
    }

    void forget(AccountId account, byte[] mark) {
        jdbc.sql("""
                DELETE FROM "user".known_device WHERE account_id = :account AND mark = :mark
                """).param("account", account.value()).param("mark", mark).update();
    }

    void forgetAll(AccountId account) {
        jdbc.sql("""
                DELETE FROM "user".known_device WHERE account_id = :account
                """).param("account", account.value()).update();
    }

    void forgetUnseenSince(Instant time) {
        jdbc.sql("""
                DELETE FROM "user".known_device WHERE seen_at <= :time
                """).param("time", time.atOffset(ZoneOffset.UTC)).update();
    }
}

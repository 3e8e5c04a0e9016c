package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Devices that entered accounts, as the database keeps them. */
@Component
class KnownDeviceStore {

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

    boolean hasAny(AccountId account, Instant since) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM "user".known_device WHERE account_id = :account AND seen_at > :since)
                """)
                .param("account", account.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    void see(AccountId account, byte[] mark, Instant now) {
        jdbc.sql("""
                INSERT INTO "user".known_device (account_id, mark, seen_at) VALUES (:account, :mark, :now)
                ON CONFLICT (account_id, mark) DO UPDATE SET seen_at = excluded.seen_at
                """)
                .param("account", account.value())
                .param("mark", mark)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
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

package com.socialflow.user.mfa;

import com.socialflow.core.AccountId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Secrets of authenticator apps as the database keeps them. */
@Component
class TotpStore {

    /**
     * The secret that an account shares with an app.
     *
     * @param sealed closed in the person's vault
     * @param since when a code of it was shown first; null: never yet
     */
    record Row(byte[] sealed, Instant createdAt, @Nullable Instant since) {}

    private final JdbcClient jdbc;

    TotpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A secret that is tried out, in place of one that was; false, and nothing, when one is in use. */
    boolean begin(AccountId account, byte[] sealed, Instant now) {
        return jdbc.sql("""
                        INSERT INTO "user".totp (account_id, secret, created_at)
                        VALUES (:account, :secret, :now)
                        ON CONFLICT (account_id) DO UPDATE
                           SET secret = excluded.secret, created_at = excluded.created_at, last_step = 0
                         WHERE totp.active_since IS NULL
                        """)
                        .param("account", account.value())
                        .param("secret", sealed)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Row> find(AccountId account) {
        return jdbc.sql("""
                SELECT secret, created_at, active_since FROM "user".totp WHERE account_id = :account
                """)
                .param("account", account.value())
                .query((row, _) -> new Row(
                        row.getBytes("secret"),
                        row.getTimestamp("created_at").toInstant(),
                        time(row.getTimestamp("active_since"))))
                .optional();
    }

    private static @Nullable Instant time(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** From now on in use; false when it is already. */
    boolean activate(AccountId account, Instant now) {
        return jdbc.sql("""
                        UPDATE "user".totp SET active_since = :now WHERE account_id = :account AND active_since IS NULL
                        """)
                        .param("account", account.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Uses up the codes up to that step; false when it, or a later one, was used before. */
    boolean use(AccountId account, long step) {
        return jdbc.sql("""
                        UPDATE "user".totp SET last_step = :step WHERE account_id = :account AND last_step < :step
                        """)
                        .param("account", account.value())
                        .param("step", step)
                        .update()
                == 1;
    }

    boolean delete(AccountId account) {
        return jdbc.sql("""
                        DELETE FROM "user".totp WHERE account_id = :account AND active_since IS NOT NULL
                        """).param("account", account.value()).update() == 1;
    }
}

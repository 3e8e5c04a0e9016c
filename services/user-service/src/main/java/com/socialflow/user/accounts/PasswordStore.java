package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Passwords of accounts as the database keeps them. */
@Component
class PasswordStore {

    record Kept(String hash, boolean mustChange) {

        /** Keeps the hash out of logs. */
        @Override
        public String toString() {
            return "Kept[mustChange=%s]".formatted(mustChange);
        }
    }

    private final JdbcClient jdbc;

    PasswordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Kept> find(AccountId account) {
        return jdbc.sql("""
                SELECT hash, must_change FROM "user".password WHERE account_id = :account
                """).param("account", account.value()).query(Kept.class).optional();
    }

    /** Gives the account this password, whether it had one or not. */
    void replace(AccountId account, String hash, Instant now) {
        jdbc.sql("""
                INSERT INTO "user".password (account_id, hash, changed_at, must_change)
                VALUES (:account, :hash, :now, FALSE)
                ON CONFLICT (account_id) DO UPDATE
                   SET hash = excluded.hash, changed_at = excluded.changed_at, must_change = FALSE
                """)
                .param("account", account.value())
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}

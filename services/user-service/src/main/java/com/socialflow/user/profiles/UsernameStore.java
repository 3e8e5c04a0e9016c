package com.socialflow.user.profiles;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.Username;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Usernames as they change, and those that somebody had. */
@Component
class UsernameStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    UsernameStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who was called so, as long as the name is kept. */
    Optional<AccountId> formerOwner(Username name) {
        return jdbc.sql("""
                SELECT account_id FROM "user".former_username WHERE username = :name AND kept_until > :now
                """)
                .param("name", name.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new AccountId(row.getLong("account_id")))
                .optional();
    }

    /** When the account's present name took the place of another; empty when it has its first one. */
    Optional<Instant> changedAt(AccountId account) {
        return jdbc.sql("""
                SELECT username_changed_at FROM "user".account
                 WHERE id = :account AND username_changed_at IS NOT NULL
                """)
                .param("account", account.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /**
     * Gives the account another name.
     *
     * @throws org.springframework.dao.DuplicateKeyException when an account has it
     */
    void rename(AccountId account, Username name, Instant now) {
        jdbc.sql("""
                UPDATE "user".account
                   SET username = :name, username_changed_at = :now, revision = revision + 1
                 WHERE id = :account
                """)
                .param("account", account.value())
                .param("name", name.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps a name for who had it. */
    void keep(AccountId account, Username name, Instant now, Instant until) {
        jdbc.sql("""
                INSERT INTO "user".former_username (username, account_id, changed_at, kept_until)
                VALUES (:name, :account, :now, :until)
                ON CONFLICT (username) DO UPDATE
                   SET account_id = excluded.account_id, changed_at = excluded.changed_at,
                       kept_until = excluded.kept_until
                """)
                .param("name", name.value())
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nobody had this name before: somebody has it now. */
    void release(Username name) {
        jdbc.sql("""
                DELETE FROM "user".former_username WHERE username = :name
                """).param("name", name.value()).update();
    }

    /** Nobody is found by the account's former names any more, and anybody may have them. */
    void forget(AccountId account) {
        jdbc.sql("""
                DELETE FROM "user".former_username WHERE account_id = :account
                """).param("account", account.value()).update();
    }
}

package com.socialflow.user.emails;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.Email;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes of address as the database keeps them. */
@Component
class EmailChangeStore {

    private final JdbcClient jdbc;

    EmailChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes a change in place of any before it. */
    void put(EmailChange change, byte @Nullable [] oldHash, byte[] newHash) {
        jdbc.sql("""
                INSERT INTO "user".email_change
                       (account_id, old_address, new_address, old_hash, new_hash, expires_at)
                VALUES (:account, :old, :new, :oldHash, :newHash, :expires)
                ON CONFLICT (account_id) DO UPDATE
                   SET old_address = excluded.old_address, new_address = excluded.new_address,
                       old_hash = excluded.old_hash, new_hash = excluded.new_hash, expires_at = excluded.expires_at
                """)
                .param("account", change.account().value())
                .param("old", change.before().value())
                .param("new", change.next().value())
                .param("oldHash", oldHash, Types.BINARY)
                .param("newHash", newHash)
                .param("expires", change.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<EmailChange> find(AccountId account, Instant now) {
        return jdbc.sql("""
                SELECT account_id, old_address, new_address, old_hash, new_hash, expires_at
                  FROM "user".email_change
                 WHERE account_id = :account AND expires_at > :now
                """)
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(EmailChangeStore::change)
                .optional();
    }

    /** Uses up the token of either end, for the only time, and gives the change as it is with it. */
    Optional<EmailChange> confirm(byte[] hash, Instant now) {
        return jdbc.sql("""
                UPDATE "user".email_change
                   SET old_hash = NULLIF(old_hash, :hash), new_hash = NULLIF(new_hash, :hash)
                 WHERE (old_hash = :hash OR new_hash = :hash) AND expires_at > :now
                RETURNING account_id, old_address, new_address, old_hash, new_hash, expires_at
                """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(EmailChangeStore::change)
                .optional();
    }

    boolean delete(AccountId account) {
        return jdbc.sql("""
                        DELETE FROM "user".email_change WHERE account_id = :account
                        """).param("account", account.value()).update() == 1;
    }

    /** Deletes what nobody can confirm any more. */
    void forget(Instant now) {
        jdbc.sql("""
                DELETE FROM "user".email_change WHERE expires_at <= :now
                """).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    private static EmailChange change(ResultSet row, int number) throws SQLException {
        return new EmailChange(
                new AccountId(row.getLong("account_id")),
                new Email(row.getString("old_address")),
                new Email(row.getString("new_address")),
                row.getBytes("old_hash") == null,
                row.getBytes("new_hash") == null,
                row.getTimestamp("expires_at").toInstant());
    }
}

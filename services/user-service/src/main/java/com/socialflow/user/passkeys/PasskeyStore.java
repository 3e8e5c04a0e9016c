package com.socialflow.user.passkeys;

import com.socialflow.core.AccountId;
import com.socialflow.user.passkeys.Passkey.Key;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Passkeys as the database keeps them. */
@Component
class PasskeyStore {

    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a passkey; false, and nothing, when somebody has it. */
    boolean insert(Passkey passkey) {
        return jdbc.sql("""
                        INSERT INTO "user".passkey
                               (id, account_id, user_handle, credential_id, attested, sign_count, transports,
                                backup_eligible, backed_up, name, created_at)
                        VALUES (:id, :account, :handle, :credential, :attested, :count, :transports,
                                :eligible, :backedUp, :name, :now)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", passkey.id().value())
                        .param("account", passkey.account().value())
                        .param("handle", passkey.userHandle())
                        .param("credential", passkey.key().credentialId())
                        .param("attested", passkey.key().attested())
                        .param("count", passkey.key().signCount())
                        .param("transports", passkey.key().transports().toArray(String[]::new))
                        .param("eligible", passkey.key().backupEligible())
                        .param("backedUp", passkey.key().backedUp())
                        .param("name", passkey.name())
                        .param("now", passkey.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<Passkey> findAll(AccountId account) {
        return jdbc.sql("""
                SELECT id, account_id, user_handle, credential_id, attested, sign_count, transports,
                       backup_eligible, backed_up, name, created_at, last_used_at
                  FROM "user".passkey
                 WHERE account_id = :account
                 ORDER BY id
                """)
                .param("account", account.value())
                .query((row, _) -> passkey(row))
                .list();
    }

    /** The passkey that authenticators call so; nobody else uses it until the transaction ends. */
    Optional<Passkey> findForUpdate(byte[] credentialId) {
        return jdbc.sql("""
                SELECT id, account_id, user_handle, credential_id, attested, sign_count, transports,
                       backup_eligible, backed_up, name, created_at, last_used_at
                  FROM "user".passkey
                 WHERE credential_id = :credential
                   FOR UPDATE
                """)
                .param("credential", credentialId)
                .query((row, _) -> passkey(row))
                .optional();
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        var used = row.getTimestamp("last_used_at");
        return new Passkey(
                new PasskeyId(row.getLong("id")),
                new AccountId(row.getLong("account_id")),
                row.getBytes("user_handle"),
                new Key(
                        row.getBytes("credential_id"),
                        row.getBytes("attested"),
                        row.getLong("sign_count"),
                        List.of((String[]) row.getArray("transports").getArray()),
                        row.getBoolean("backup_eligible"),
                        row.getBoolean("backed_up")),
                row.getString("name"),
                row.getTimestamp("created_at").toInstant(),
                used == null ? null : used.toInstant());
    }

    boolean any(AccountId account) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM "user".passkey WHERE account_id = :account)
                """)
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** Keeps others from changing which passkeys the account has, until the transaction ends. */
    void lock(AccountId account) {
        jdbc.sql("""
                SELECT id FROM "user".account WHERE id = :account FOR UPDATE
                """).param("account", account.value()).query(Long.class).optional();
    }

    void used(PasskeyId id, long signCount, boolean backedUp, Instant now) {
        jdbc.sql("""
                UPDATE "user".passkey
                   SET sign_count = :count, backed_up = :backedUp, last_used_at = :now
                 WHERE id = :id
                """)
                .param("id", id.value())
                .param("count", signCount)
                .param("backedUp", backedUp)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean rename(AccountId account, PasskeyId id, String name) {
        return jdbc.sql("""
                        UPDATE "user".passkey SET name = :name WHERE id = :id AND account_id = :account
                        """)
                        .param("id", id.value())
                        .param("account", account.value())
                        .param("name", name)
                        .update()
                == 1;
    }

    boolean delete(AccountId account, PasskeyId id) {
        return jdbc.sql("""
                        DELETE FROM "user".passkey WHERE id = :id AND account_id = :account
                        """)
                        .param("id", id.value())
                        .param("account", account.value())
                        .update()
                == 1;
    }
}

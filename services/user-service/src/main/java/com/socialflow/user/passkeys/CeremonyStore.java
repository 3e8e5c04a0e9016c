package com.socialflow.user.passkeys;

import com.socialflow.core.AccountId;
import com.socialflow.user.passkeys.Ceremony.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ceremonies under way, as the database keeps them. */
@Component
class CeremonyStore {

    private final JdbcClient jdbc;

    CeremonyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(byte[] hash, Ceremony ceremony, Instant expiresAt) {
        jdbc.sql("""
                INSERT INTO "user".passkey_ceremony
                       (hash, purpose, account_id, username, challenge, user_handle, origin, expires_at)
                VALUES (:hash, :purpose, :account, :username, :challenge, :handle, :origin, :expires)
                """)
                .param("hash", hash)
                .param("purpose", ceremony.purpose().text())
                .param(
                        "account",
                        ceremony.account() == null ? null : ceremony.account().value(),
                        Types.BIGINT)
                .param("username", ceremony.username(), Types.VARCHAR)
                .param("challenge", ceremony.challenge())
                .param("handle", ceremony.userHandle(), Types.BINARY)
                .param("origin", ceremony.origin())
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes it away: of several who end it at once one gets it. */
    Optional<Ceremony> take(byte[] hash, Instant now) {
        return jdbc.sql("""
                DELETE FROM "user".passkey_ceremony
                 WHERE hash = :hash AND expires_at > :now
                RETURNING purpose, account_id, username, challenge, user_handle, origin
                """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> ceremony(row))
                .optional();
    }

    private static Ceremony ceremony(ResultSet row) throws SQLException {
        return new Ceremony(
                Purpose.of(row.getString("purpose")),
                account(row),
                row.getString("username"),
                row.getBytes("challenge"),
                row.getBytes("user_handle"),
                row.getString("origin"));
    }

    private static @Nullable AccountId account(ResultSet row) throws SQLException {
        var id = row.getLong("account_id");
        return row.wasNull() ? null : new AccountId(id);
    }

    void deleteExpired(Instant now) {
        jdbc.sql("""
                DELETE FROM "user".passkey_ceremony WHERE expires_at <= :now
                """).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }
}

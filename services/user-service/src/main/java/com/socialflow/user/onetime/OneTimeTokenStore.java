package com.socialflow.user.onetime;

import com.socialflow.core.AccountId;
import com.socialflow.user.onetime.OneTimeTokens.Proof;
import com.socialflow.user.onetime.OneTimeTokens.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hashes of tokens as the database keeps them. */
@Component
class OneTimeTokenStore {

    private final JdbcClient jdbc;

    OneTimeTokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(byte[] hash, Purpose purpose, Proof proof, Instant expiresAt) {
        jdbc.sql("""
                INSERT INTO "user".one_time_token (hash, purpose, account_id, address, expires_at)
                VALUES (:hash, :purpose, :account, :address, :expires)
                """)
                .param("hash", hash)
                .param("purpose", purpose.text())
                .param("account", proof.account().value())
                .param("address", proof.address())
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Proof> find(byte[] hash, Purpose purpose, Instant now) {
        return jdbc.sql("""
                SELECT account_id, address
                  FROM "user".one_time_token
                 WHERE hash = :hash AND purpose = :purpose AND expires_at > :now
                """)
                .param("hash", hash)
                .param("purpose", purpose.text())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(OneTimeTokenStore::proof)
                .optional();
    }

    /** Deletes it: who deletes the row has it. */
    Optional<Proof> take(byte[] hash, Purpose purpose, Instant now) {
        return jdbc.sql("""
                DELETE FROM "user".one_time_token
                 WHERE hash = :hash AND purpose = :purpose AND expires_at > :now
                RETURNING account_id, address
                """)
                .param("hash", hash)
                .param("purpose", purpose.text())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(OneTimeTokenStore::proof)
                .optional();
    }

    void deleteAll(AccountId account, Purpose purpose) {
        jdbc.sql("""
                DELETE FROM "user".one_time_token WHERE account_id = :account AND purpose = :purpose
                """)
                .param("account", account.value())
                .param("purpose", purpose.text())
                .update();
    }

    /** Deletes what nobody can use any more. */
    void forget(Instant now) {
        jdbc.sql("""
                DELETE FROM "user".one_time_token WHERE expires_at <= :now
                """).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    private static Proof proof(ResultSet row, int number) throws SQLException {
        return new Proof(new AccountId(row.getLong("account_id")), row.getString("address"));
    }
}

package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import com.socialflow.user.sessions.Challenge.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sign-ins half done, as the database keeps them. */
@Component
class ChallengeStore {

    private final JdbcClient jdbc;

    ChallengeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(byte[] hash, Challenge challenge, Instant expiresAt) {
        jdbc.sql("""
                INSERT INTO "user".sign_in_challenge (hash, account_id, purpose, methods, expires_at)
                VALUES (:hash, :account, :purpose, :methods, :expires)
                """)
                .param("hash", hash)
                .param("account", challenge.account().value())
                .param("purpose", challenge.purpose().text())
                .param("methods", challenge.methods().toArray(String[]::new))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Challenge> find(byte[] hash, Instant now) {
        return jdbc.sql("""
                SELECT account_id, purpose, methods, failures
                  FROM "user".sign_in_challenge
                 WHERE hash = :hash AND expires_at > :now
                """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> challenge(row))
                .optional();
    }

    Optional<Challenge> findForUpdate(byte[] hash, Instant now) {
        return jdbc.sql("""
                SELECT account_id, purpose, methods, failures
                  FROM "user".sign_in_challenge
                 WHERE hash = :hash AND expires_at > :now
                   FOR UPDATE
                """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> challenge(row))
                .optional();
    }

    private static Challenge challenge(ResultSet row) throws SQLException {
        return new Challenge(
                new AccountId(row.getLong("account_id")),
                Purpose.of(row.getString("purpose")),
                Set.of((String[]) row.getArray("methods").getArray()),
                row.getInt("failures"));
    }

    void countFailure(byte[] hash) {
        jdbc.sql("""
                UPDATE "user".sign_in_challenge SET failures = failures + 1 WHERE hash = :hash
                """).param("hash", hash).update();
    }

    void delete(byte[] hash) {
        jdbc.sql("""
                DELETE FROM "user".sign_in_challenge WHERE hash = :hash
                """).param("hash", hash).update();
    }

    void deleteExpired(Instant now) {
        jdbc.sql("""
                DELETE FROM "user".sign_in_challenge WHERE expires_at <= :now
                """).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }
}

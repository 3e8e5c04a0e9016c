package com.socialflow.user.federation;

import com.socialflow.core.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Identities as the database keeps them. */
@Component
class IdentityStore {

    private final JdbcClient jdbc;

    IdentityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an identity; false, and nothing, when the subject is somebody's already. */
    boolean insert(Identity identity, Subject subject) {
        return jdbc.sql("""
                        INSERT INTO "user".identity
                               (id, account_id, provider, issuer, subject, label, created_at, last_used_at)
                        VALUES (:id, :account, :provider, :issuer, :subject, :label, :now, :now)
                        ON CONFLICT (issuer, subject) DO NOTHING
                        """)
                        .param("id", identity.id().value())
                        .param("account", identity.account().value())
                        .param("provider", identity.provider())
                        .param("issuer", subject.issuer())
                        .param("subject", subject.value())
                        .param("label", identity.label())
                        .param("now", identity.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Identity> find(String issuer, String subject) {
        return jdbc.sql("""
                SELECT id, account_id, provider, label, created_at, last_used_at
                  FROM "user".identity
                 WHERE issuer = :issuer AND subject = :subject
                """)
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, _) -> identity(row))
                .optional();
    }

    List<Identity> of(AccountId account) {
        return jdbc.sql("""
                SELECT id, account_id, provider, label, created_at, last_used_at
                  FROM "user".identity
                 WHERE account_id = :account
                 ORDER BY id
                """)
                .param("account", account.value())
                .query((row, _) -> identity(row))
                .list();
    }

    private static Identity identity(ResultSet row) throws SQLException {
        return new Identity(
                new IdentityId(row.getLong("id")),
                new AccountId(row.getLong("account_id")),
                row.getString("provider"),
                row.getString("label"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_used_at").toInstant());
    }

    void used(IdentityId id, Instant now) {
        jdbc.sql("""
                UPDATE "user".identity SET last_used_at = :now WHERE id = :id
                """)
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(IdentityId id) {
        jdbc.sql("""
                DELETE FROM "user".identity WHERE id = :id
                """).param("id", id.value()).update();
    }

    /** Notes that an answer was taken; false when it was before. Forgets those of which nobody would take another. */
    boolean take(byte[] stateHash, Instant now, Instant forgotten) {
        jdbc.sql("""
                DELETE FROM "user".identity_answer WHERE taken_at < :forgotten
                """).param("forgotten", forgotten.atOffset(ZoneOffset.UTC)).update();
        return jdbc.sql("""
                        INSERT INTO "user".identity_answer (state_hash, taken_at) VALUES (:state, :now)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("state", stateHash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}

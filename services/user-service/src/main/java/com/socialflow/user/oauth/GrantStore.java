package com.socialflow.user.oauth;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Grants as the database keeps them. */
@Component
class GrantStore {

    /** A grant that was taken back. */
    record Revoked(long id, Instant at) {}

    private final JdbcClient jdbc;

    GrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Grant grant) {
        bind(jdbc.sql("""
                INSERT INTO "user".oauth_grant
                       (id, client_id, account_id, session_id, proven_at, flow, requested, granted, redirect_uri,
                        client_state, code_challenge, nonce, code_key, refresh_key, state_hash, code_hash, code_used,
                        device_hash, user_code_hash, user_code_used, device_used, family_hash, refresh_hash, created_at,
                        expires_at)
                VALUES (:id, :client, :account, :session, :proven, :flow, :requested, :granted, :redirect,
                        :clientState, :challenge, :nonce, :codeKey, :refreshKey, :question, :code, :codeUsed,
                        :device, :userCode, :decided, :deviceUsed, :family, :refresh, :created,
                        :expires)
                """), grant)
                .param("client", grant.client())
                .param("flow", grant.flow().text())
                .param("requested", grant.requested().toArray(String[]::new))
                .param("redirect", grant.request().redirectUri())
                .param("clientState", grant.request().state())
                .param("challenge", grant.request().codeChallenge())
                .param("nonce", grant.request().nonce())
                .param("codeKey", grant.request().codeKey())
                .param("device", grant.device() == null ? null : grant.device().deviceHash())
                .param(
                        "userCode",
                        grant.device() == null ? null : grant.device().userHash())
                .param("created", grant.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps what became of a grant whose row this transaction has locked. */
    void update(Grant grant, Instant now) {
        bind(jdbc.sql("""
                UPDATE "user".oauth_grant
                   SET account_id = :account, session_id = :session, proven_at = :proven, granted = :granted,
                       refresh_key = :refreshKey, state_hash = :question, code_hash = :code, code_used = :codeUsed,
                       user_code_used = :decided, device_used = :deviceUsed, family_hash = :family,
                       refresh_hash = :refresh, used_at = :now, expires_at = :expires
                 WHERE id = :id
                """), grant).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    private static StatementSpec bind(StatementSpec statement, Grant grant) {
        var person = grant.person();
        var code = grant.code();
        var device = grant.device();
        var refresh = grant.refresh();
        return statement
                .param("id", grant.id())
                .param("account", person == null ? null : person.account().value())
                .param("session", person == null ? null : person.session())
                .param("proven", person == null ? null : person.provenAt().atOffset(ZoneOffset.UTC))
                .param("granted", grant.granted().toArray(String[]::new))
                .param("refreshKey", grant.refreshKey())
                .param("question", grant.question())
                .param("code", code == null ? null : code.hash())
                .param("codeUsed", code != null && code.used())
                .param("decided", device != null && device.decided())
                .param("deviceUsed", device != null && device.used())
                .param("family", refresh == null ? null : refresh.family())
                .param("refresh", refresh == null ? null : refresh.secret())
                .param("expires", grant.expiresAt().atOffset(ZoneOffset.UTC));
    }

    void polled(long id, Instant now) {
        jdbc.sql("""
                UPDATE "user".oauth_grant SET polled_at = :now WHERE id = :id
                """).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    Optional<Grant> findForUpdate(long id) {
        return jdbc.sql("""
                SELECT * FROM "user".oauth_grant WHERE id = :id FOR UPDATE
                """)
                .param("id", id)
                .query((row, _) -> GrantRowStore.grant(row))
                .optional();
    }

    Optional<Grant> findByQuestion(byte[] hash) {
        return jdbc.sql("""
                SELECT * FROM "user".oauth_grant WHERE state_hash = :hash FOR UPDATE
                """)
                .param("hash", hash)
                .query((row, _) -> GrantRowStore.grant(row))
                .optional();
    }

    Optional<Grant> findByCode(byte[] hash) {
        return jdbc.sql("""
                SELECT * FROM "user".oauth_grant WHERE code_hash = :hash FOR UPDATE
                """)
                .param("hash", hash)
                .query((row, _) -> GrantRowStore.grant(row))
                .optional();
    }

    Optional<Grant> findByDeviceCode(byte[] hash) {
        return jdbc.sql("""
                SELECT * FROM "user".oauth_grant WHERE device_hash = :hash FOR UPDATE
                """)
                .param("hash", hash)
                .query((row, _) -> GrantRowStore.grant(row))
                .optional();
    }

    Optional<Grant> findByUserCode(byte[] hash) {
        return jdbc.sql("""
                SELECT * FROM "user".oauth_grant WHERE user_code_hash = :hash FOR UPDATE
                """)
                .param("hash", hash)
                .query((row, _) -> GrantRowStore.grant(row))
                .optional();
    }

    void delete(long id) {
        jdbc.sql("""
                DELETE FROM "user".oauth_grant WHERE id = :id
                """).param("id", id).update();
    }

    /** Takes a grant back; false when it was before. */
    boolean revoke(long id, String reason, Instant now) {
        return jdbc.sql("""
                UPDATE "user".oauth_grant SET revoked_at = :now, revoke_reason = :reason
                 WHERE id = :id AND revoked_at IS NULL
                """)
                        .param("id", id)
                        .param("reason", reason)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What is going of a program: of one person, or of everybody. */
    List<Long> going(long client, @Nullable AccountId account) {
        return jdbc.sql("""
                SELECT id FROM "user".oauth_grant
                 WHERE client_id = :client AND revoked_at IS NULL
                   AND (CAST(:account AS BIGINT) IS NULL OR account_id = CAST(:account AS BIGINT))
                """)
                .param("client", client)
                .param("account", account == null ? null : account.value())
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    /** Takes back what belonged to sign-ins that have ended, or to people who may not come in. */
    void revokeOrphans(Instant now) {
        jdbc.sql("""
                UPDATE "user".oauth_grant AS g SET revoked_at = :now, revoke_reason = 'session-ended'
                  FROM "user".session AS s
                 WHERE s.id = g.session_id AND g.revoked_at IS NULL AND s.ended_at IS NOT NULL
                   AND (s.end_reason NOT IN ('signed-out', 'too-many') OR NOT 'offline_access' = ANY (g.granted))
                """).param("now", now.atOffset(ZoneOffset.UTC)).update();
        jdbc.sql("""
                UPDATE "user".oauth_grant AS g SET revoked_at = :now, revoke_reason = 'suspended'
                  FROM "user".account AS a
                 WHERE a.id = g.account_id AND g.revoked_at IS NULL AND a.state = 'suspended'
                """).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    List<Revoked> revokedSince(Instant time) {
        return jdbc.sql("""
                SELECT id, revoked_at FROM "user".oauth_grant WHERE revoked_at > :time
                """)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Revoked(
                        row.getLong("id"), row.getTimestamp("revoked_at").toInstant()))
                .list();
    }

    /** Forgets grants that nobody can use since that time; says how many. */
    int forget(Instant before, int most) {
        return jdbc.sql("""
                DELETE FROM "user".oauth_grant
                 WHERE id IN (SELECT id FROM "user".oauth_grant
                               WHERE expires_at < :before AND (revoked_at IS NULL OR revoked_at < :before)
                               LIMIT :most)
                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}

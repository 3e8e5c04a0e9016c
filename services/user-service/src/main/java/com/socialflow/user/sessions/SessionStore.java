package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import com.socialflow.user.sessions.Session.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sign-ins as the database keeps them. */
@Component
class SessionStore {

    /** A session that ended. */
    record Ended(long id, Instant at) {}

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AccountId account, RefreshToken token, boolean browser, Instant now, Instant expiresAt) {
        jdbc.sql("""
                INSERT INTO "user".session
                       (id, account_id, browser, family_hash, current_hash, proven_at, created_at,
                        refreshed_at, expires_at)
                VALUES (:id, :account, :browser, :family, :current, :now, :now, :now, :expires)
                """)
                .param("id", token.session())
                .param("account", account.value())
                .param("browser", browser)
                .param("family", token.familyHash())
                .param("current", token.secretHash())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Session> findForUpdate(long id) {
        return jdbc.sql("""
                SELECT s.id, s.account_id, a.roles, s.browser, s.family_hash, s.current_hash, s.previous_hash,
                       s.successor, s.proven_at, s.created_at, s.refreshed_at, s.expires_at, s.ended_at
                  FROM "user".session s
                  JOIN "user".account a ON a.id = s.account_id
                 WHERE s.id = :id
                   FOR UPDATE OF s
                """).param("id", id).query((row, _) -> session(row)).optional();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getLong("id"),
                new AccountId(row.getLong("account_id")),
                Set.of((String[]) row.getArray("roles").getArray()),
                row.getBoolean("browser"),
                new Secrets(
                        row.getBytes("family_hash"),
                        row.getBytes("current_hash"),
                        row.getBytes("previous_hash"),
                        row.getBytes("successor")),
                row.getTimestamp("proven_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("refreshed_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("ended_at") != null);
    }

    Set<String> roles(AccountId account) {
        return jdbc.sql("""
                SELECT roles FROM "user".account WHERE id = :id
                """)
                .param("id", account.value())
                .query((row, _) -> Set.of((String[]) row.getArray("roles").getArray()))
                .single();
    }

    /** Replaces the token of a session whose row this transaction has locked. */
    void rotate(RefreshToken before, RefreshToken after, Instant now, Instant expiresAt) {
        jdbc.sql("""
                UPDATE "user".session
                   SET previous_hash = current_hash, current_hash = :current, successor = :successor,
                       refreshed_at = :now, expires_at = :expires
                 WHERE id = :id
                """)
                .param("id", before.session())
                .param("current", after.secretHash())
                .param("successor", after.sealedUnder(before))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends a session; false when it has ended or never was. */
    boolean end(long id, String reason, Instant now) {
        return jdbc.sql("""
                        UPDATE "user".session
                           SET ended_at = :now, end_reason = :reason
                         WHERE id = :id AND ended_at IS NULL
                        """)
                        .param("id", id)
                        .param("reason", reason)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The account's going sessions but for the newest. */
    List<Long> goingBut(AccountId account, int newest) {
        return jdbc.sql("""
                SELECT id FROM "user".session
                 WHERE account_id = :account AND ended_at IS NULL
                 ORDER BY id DESC
                OFFSET :newest
                """)
                .param("account", account.value())
                .param("newest", newest)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    /** Forgets the account's sessions that are of no use to anybody since that time. */
    void forget(AccountId account, Instant before) {
        jdbc.sql("""
                DELETE FROM "user".session
                 WHERE account_id = :account AND (ended_at < :before OR expires_at < :before)
                """)
                .param("account", account.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Ended> endedSince(Instant time) {
        return jdbc.sql("""
                SELECT id, ended_at FROM "user".session WHERE ended_at > :time
                """)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Ended(
                        row.getLong("id"), row.getTimestamp("ended_at").toInstant()))
                .list();
    }
}

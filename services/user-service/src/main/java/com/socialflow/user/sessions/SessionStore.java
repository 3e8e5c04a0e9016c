package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import com.socialflow.user.sessions.Session.Listed;
import com.socialflow.user.sessions.Session.Opening;
import com.socialflow.user.sessions.Session.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
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

    /**
     * A session that has begun.
     *
     * @param roles of its account
     * @param surplus its account's sessions, the oldest, for which there is no room any more
     */
    record Begun(Set<String> roles, List<Long> surplus) {}

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a session that begins.
     *
     * @param others how many of the account may go on beside it
     */
    Begun insert(Opening opening, RefreshToken token, Instant now, Instant expiresAt, int others) {
        return jdbc.sql("""
                WITH surplus AS (
                  SELECT id FROM "user".session
                   WHERE account_id = :account AND ended_at IS NULL AND expires_at > :now
                   ORDER BY id DESC
                  OFFSET :others)
                INSERT INTO "user".session
                       (id, account_id, browser, methods, device_name, device_kind, device_mark, network,
                        family_hash, current_hash, proven_at, created_at, refreshed_at, expires_at)
                VALUES (:id, :account, :browser, :methods, :name, :kind, :mark, :network,
                        :family, :current, :now, :now, :now, :expires)
                RETURNING (SELECT roles FROM "user".account WHERE id = :account) AS roles,
                          ARRAY(SELECT id FROM surplus) AS surplus
                """)
                .param("id", token.session())
                .param("account", opening.account().value())
                .param("browser", opening.browser())
                .param("methods", opening.methods().toArray(String[]::new))
                .param("name", opening.name().name())
                .param("kind", opening.name().kind().text())
                .param("mark", opening.device())
                .param("network", opening.network())
                .param("family", token.familyHash())
                .param("current", token.secretHash())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .param("others", others)
                .query((row, _) -> new Begun(strings(row, "roles"), List.of((Long[])
                        row.getArray("surplus").getArray())))
                .single();
    }

    /** All that a refresh looks at, in one read. */
    Optional<Session> findForUpdate(long id) {
        return jdbc.sql("""
                SELECT s.id, s.account_id, s.methods, a.roles, s.browser, s.family_hash, s.current_hash,
                       s.previous_hash, s.successor, s.proven_at, s.created_at, s.refreshed_at, s.expires_at,
                       s.ended_at IS NOT NULL OR a.state IN ('suspended', 'awaiting-approval') AS ended
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
                strings(row, "methods"),
                strings(row, "roles"),
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
                row.getBoolean("ended"));
    }

    private static Set<String> strings(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
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

    /** Its person proved again to be that person. */
    void prove(long id, Collection<String> methods, Instant now) {
        jdbc.sql("""
                UPDATE "user".session SET methods = :methods, proven_at = :now WHERE id = :id
                """)
                .param("id", id)
                .param("methods", methods.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
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

    /** The account's sessions that did not end. */
    List<Long> unended(AccountId account) {
        return jdbc.sql("""
                SELECT id FROM "user".session WHERE account_id = :account AND ended_at IS NULL
                """)
                .param("account", account.value())
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    /** The account's going sessions, the one used last first. */
    List<Listed> going(AccountId account, Instant now) {
        return jdbc.sql("""
                SELECT id, methods, device_name, device_kind, network, created_at, refreshed_at
                  FROM "user".session
                 WHERE account_id = :account AND ended_at IS NULL AND expires_at > :now
                 ORDER BY refreshed_at DESC, id DESC
                """)
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Listed(
                        row.getLong("id"),
                        strings(row, "methods"),
                        new Device(row.getString("device_name"), Device.Kind.of(row.getString("device_kind"))),
                        row.getString("network"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("refreshed_at").toInstant()))
                .list();
    }

    /** The marks of the devices of sessions. */
    List<byte[]> devices(Collection<Long> ids) {
        return jdbc.sql("""
                SELECT device_mark FROM "user".session WHERE id = ANY (:ids) AND device_mark IS NOT NULL
                """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> row.getBytes("device_mark"))
                .list();
    }

    /** Forgets sessions that are of no use to anybody since that time. */
    void forget(Instant before) {
        jdbc.sql("""
                DELETE FROM "user".session WHERE ended_at < :before OR expires_at < :before
                """).param("before", before.atOffset(ZoneOffset.UTC)).update();
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

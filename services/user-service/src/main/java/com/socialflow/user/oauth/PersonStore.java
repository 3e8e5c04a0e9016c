package com.socialflow.user.oauth;

import com.socialflow.core.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People as programs hear of them. */
@Component
class PersonStore {

    /** Ends of a sign-in after which nobody needs to fear that somebody else was in it. */
    private static final Set<String> ORDINARY_ENDS = Set.of("signed-out", "too-many");

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person, and whether that sign-in goes on. */
    Optional<Person> find(AccountId account, long session, Instant now) {
        return jdbc.sql("""
                SELECT a.id, a.username, a.display_name, a.email, a.email_verified_at, a.locale, a.roles, a.state,
                       s.id AS session, s.ended_at, s.end_reason, s.expires_at > :now AS fresh
                  FROM "user".account a
                  LEFT JOIN "user".session s ON s.id = :session AND s.account_id = a.id
                 WHERE a.id = :account
                """)
                .param("account", account.value())
                .param("session", session)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> person(row))
                .optional();
    }

    private static Person person(ResultSet row) throws SQLException {
        var known = row.getString("session") != null;
        var ended = row.getTimestamp("ended_at") != null;
        var fresh = row.getBoolean("fresh");
        var reason = row.getString("end_reason");
        return new Person(
                new AccountId(row.getLong("id")),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("email"),
                row.getTimestamp("email_verified_at") != null,
                row.getString("locale"),
                Set.of((String[]) row.getArray("roles").getArray()),
                "active".equals(row.getString("state")),
                known && !ended && fresh,
                !known || (ended ? reason != null && ORDINARY_ENDS.contains(reason) : !fresh));
    }
}

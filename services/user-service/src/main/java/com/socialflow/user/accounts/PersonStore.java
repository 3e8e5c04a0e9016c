package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.Account.State;
import com.socialflow.user.accounts.Person.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What signing in needs to know of a person. */
@Component
class PersonStore {

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> find(AccountId account) {
        return jdbc.sql("""
                SELECT a.id, a.username, a.display_name, a.email, a.locale, a.state, p.must_change,
                       EXISTS (SELECT 1 FROM "user".totp t
                                WHERE t.account_id = a.id AND t.active_since IS NOT NULL) AS demands_factor
                  FROM "user".account a
                  LEFT JOIN "user".password p ON p.account_id = a.id
                 WHERE a.id = :id
                """)
                .param("id", account.value())
                .query((row, _) -> person(row))
                .optional();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new AccountId(row.getLong("id")),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("email"),
                row.getString("locale"),
                switch (State.of(row.getString("state"))) {
                    case ACTIVE, LEAVING -> Standing.WELCOME;
                    case AWAITING_APPROVAL -> Standing.AWAITING_APPROVAL;
                    case SUSPENDED -> Standing.SUSPENDED;
                },
                row.getBoolean("must_change"),
                row.getBoolean("demands_factor"));
    }

    Optional<String> hash(AccountId account) {
        return jdbc.sql("""
                SELECT hash FROM "user".password WHERE account_id = :account
                """)
                .param("account", account.value())
                .query((row, _) -> row.getString("hash"))
                .optional();
    }

    Optional<Instant> passwordChangedAt(AccountId account) {
        return jdbc.sql("""
                SELECT changed_at FROM "user".password WHERE account_id = :account
                """)
                .param("account", account.value())
                .query((row, _) -> row.getTimestamp("changed_at").toInstant())
                .optional();
    }

    /** Another password, which nobody else knows. */
    void replacePassword(AccountId account, String hash, Instant now) {
        jdbc.sql("""
                INSERT INTO "user".password (account_id, hash, changed_at, must_change)
                VALUES (:account, :hash, :now, FALSE)
                ON CONFLICT (account_id) DO UPDATE
                   SET hash = excluded.hash, changed_at = excluded.changed_at, must_change = FALSE
                """)
                .param("account", account.value())
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}

package com.socialflow.user.erasure;

import com.socialflow.core.AccountId;
import com.socialflow.user.personal.Leaver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who leave, as the database knows them. */
@Component
class DepartureStore {

    private static final String ADMINISTRATOR = "admin";

    private final JdbcClient jdbc;

    DepartureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The person, whom nobody else changes until this transaction ends. */
    Optional<Leaver> lock(AccountId account) {
        return jdbc.sql("""
                SELECT id, username, email, locale FROM "user".account WHERE id = :account FOR UPDATE
                """)
                .param("account", account.value())
                .query(DepartureStore::leaver)
                .optional();
    }

    /** The same of somebody whose time has come; empty when another process erases him or her. */
    Optional<Leaver> lockDue(AccountId account, Instant now) {
        return jdbc.sql("""
                SELECT a.id, a.username, a.email, a.locale
                  FROM "user".departure d
                  JOIN "user".account a ON a.id = d.account_id
                 WHERE d.account_id = :account AND d.erases_at <= :now
                   FOR UPDATE SKIP LOCKED
                """)
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(DepartureStore::leaver)
                .optional();
    }

    private static Leaver leaver(ResultSet row, int number) throws SQLException {
        return new Leaver(
                new AccountId(row.getLong("id")),
                row.getString("username"),
                row.getString("email"),
                row.getString("locale"));
    }

    /** The administrators who can sign in, none of whom changes until this transaction ends. */
    List<AccountId> lockAdministrators() {
        return jdbc.sql("""
                SELECT id FROM "user".account
                 WHERE :role = ANY (roles) AND state = 'active'
                 ORDER BY id
                   FOR UPDATE
                """)
                .param("role", ADMINISTRATOR)
                .query((row, _) -> new AccountId(row.getLong("id")))
                .list();
    }

    void insert(AccountId account, Departure departure) {
        jdbc.sql("""
                INSERT INTO "user".departure (account_id, requested_at, erases_at)
                VALUES (:account, :requested, :erases)
                """)
                .param("account", account.value())
                .param("requested", departure.requestedAt().atOffset(ZoneOffset.UTC))
                .param("erases", departure.erasesAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Departure> find(AccountId account) {
        return jdbc.sql("""
                SELECT requested_at, erases_at FROM "user".departure WHERE account_id = :account
                """)
                .param("account", account.value())
                .query((row, _) -> new Departure(
                        row.getTimestamp("requested_at").toInstant(),
                        row.getTimestamp("erases_at").toInstant()))
                .optional();
    }

    /** Forgets the wish to leave; false when there was none. */
    boolean delete(AccountId account) {
        return jdbc.sql("""
                        DELETE FROM "user".departure WHERE account_id = :account
                        """).param("account", account.value()).update() == 1;
    }

    /** Only between these two: whoever is suspended stays so while leaving. */
    void move(AccountId account, String from, String to) {
        jdbc.sql("""
                UPDATE "user".account SET state = :to, revision = revision + 1 WHERE id = :account AND state = :from
                """)
                .param("account", account.value())
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** Whose time has come, those first who waited longest. */
    List<AccountId> due(Instant now, int limit) {
        return jdbc.sql("""
                SELECT account_id FROM "user".departure WHERE erases_at <= :now ORDER BY erases_at LIMIT :limit
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new AccountId(row.getLong("account_id")))
                .list();
    }

    /** Removes the account, and with it every row that refers to it. */
    void erase(AccountId account) {
        jdbc.sql("""
                DELETE FROM "user".account WHERE id = :account
                """).param("account", account.value()).update();
    }
}

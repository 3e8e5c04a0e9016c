package com.socialflow.user.admin;

import com.socialflow.core.AccountId;
import com.socialflow.user.admin.ManagedAccount.Suspension;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts as administrators see and change them. */
@Component
class AdminStore {

    private static final String SELECT = """
            SELECT a.id, a.username, a.display_name, a.email, a.email_verified_at, a.birth_date, a.roles, a.state,
                   a.locale, a.created_at, p.must_change, s.reason, s.until, s.by_account, s.since
              FROM "user".account a
              LEFT JOIN "user".password p ON p.account_id = a.id
              LEFT JOIN "user".suspension s ON s.account_id = a.id
            """;

    private final JdbcClient jdbc;

    AdminStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Accounts older than that one, the newest first. */
    List<ManagedAccount> list(AccountQuery query, long before, int limit) {
        var conditions = new ArrayList<>(List.of("a.id < :before"));
        var values = new HashMap<String, Object>(Map.of("before", before, "limit", limit));
        var text = query.text();
        if (text != null && text.indexOf('@') > 0) {
            conditions.add("a.email_key = :email");
            values.put("email", text.toLowerCase(Locale.ROOT));
        } else if (text != null) {
            conditions.add("a.username LIKE :prefix");
            values.put("prefix", prefix(text));
        }
        if (query.state() != null) {
            conditions.add("a.state = :state");
            values.put("state", query.state());
        }
        if (query.role() != null) {
            conditions.add("a.roles @> CAST(ARRAY[:role] AS TEXT[])");
            values.put("role", query.role());
        }
        return jdbc.sql(SELECT + """
                 WHERE %s
                 ORDER BY a.id DESC
                 LIMIT :limit
                """.formatted(String.join(" AND ", conditions)))
                .params(values)
                .query(AdminStore::account)
                .list();
    }

    private static String prefix(String text) {
        var name = text.startsWith("@") ? text.substring(1) : text;
        return name.toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("_", "\\_")
                        .replace("%", "\\%")
                + "%";
    }

    Optional<ManagedAccount> find(AccountId id) {
        return jdbc.sql(SELECT + " WHERE a.id = :id")
                .param("id", id.value())
                .query(AdminStore::account)
                .optional();
    }

    /** The account, which nobody else changes until the transaction ends. */
    Optional<ManagedAccount> findForUpdate(AccountId id) {
        return jdbc.sql(SELECT + " WHERE a.id = :id FOR UPDATE OF a")
                .param("id", id.value())
                .query(AdminStore::account)
                .optional();
    }

    private static ManagedAccount account(ResultSet row, int number) throws SQLException {
        var id = new AccountId(row.getLong("id"));
        return new ManagedAccount(
                id,
                row.getString("username"),
                row.getString("display_name"),
                row.getString("email"),
                row.getTimestamp("email_verified_at") != null,
                row.getObject("birth_date", LocalDate.class),
                Set.of((String[]) row.getArray("roles").getArray()),
                row.getString("state"),
                row.getString("locale"),
                row.getTimestamp("created_at").toInstant(),
                row.getObject("must_change", Boolean.class),
                suspension(row));
    }

    private static @Nullable Suspension suspension(ResultSet row) throws SQLException {
        if (row.getString("reason") == null) {
            return null;
        }
        var until = row.getTimestamp("until");
        return new Suspension(
                row.getString("reason"),
                until == null ? null : until.toInstant(),
                new AccountId(row.getLong("by_account")),
                row.getTimestamp("since").toInstant());
    }

    /** All who can act as administrators, whom nobody else changes until the transaction ends. */
    Set<AccountId> lockAdmins() {
        return Set.copyOf(jdbc.sql("""
                SELECT id FROM "user".account
                 WHERE roles @> ARRAY['admin'] AND state = 'active'
                 ORDER BY id
                   FOR UPDATE
                """)
                .query((row, _) -> new AccountId(row.getLong("id")))
                .list());
    }

    boolean hasAdmin() {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM "user".account WHERE roles @> ARRAY['admin'])
                """).query(Boolean.class).single();
    }

    void setRoles(AccountId id, Collection<String> roles) {
        jdbc.sql("""
                UPDATE "user".account SET roles = :roles, revision = revision + 1 WHERE id = :id
                """)
                .param("id", id.value())
                .param("roles", roles.toArray(String[]::new))
                .update();
    }

    void suspend(ManagedAccount account, Suspension suspension) {
        var until = suspension.until();
        jdbc.sql("""
                INSERT INTO "user".suspension (account_id, reason, until, by_account, since, previous_state)
                VALUES (:id, :reason, :until, :by, :since, :state)
                ON CONFLICT (account_id) DO UPDATE
                   SET reason = excluded.reason, until = excluded.until, by_account = excluded.by_account,
                       since = excluded.since
                """)
                .param("id", account.id().value())
                .param("reason", suspension.reason())
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", suspension.by().value())
                .param("since", suspension.since().atOffset(ZoneOffset.UTC))
                .param("state", account.state())
                .update();
        jdbc.sql("""
                UPDATE "user".account SET state = 'suspended', revision = revision + 1 WHERE id = :id
                """).param("id", account.id().value()).update();
    }

    /** Makes of the account again what it was before. */
    void restore(AccountId id) {
        jdbc.sql("""
                UPDATE "user".account
                   SET state = (SELECT previous_state FROM "user".suspension WHERE account_id = :id),
                       revision = revision + 1
                 WHERE id = :id
                """).param("id", id.value()).update();
        jdbc.sql("""
                DELETE FROM "user".suspension WHERE account_id = :id
                """).param("id", id.value()).update();
    }

    /** Whose suspension is over by that time. */
    List<AccountId> suspendedUntil(Instant time, int limit) {
        return jdbc.sql("""
                SELECT account_id FROM "user".suspension WHERE until <= :time ORDER BY until LIMIT :limit
                """)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new AccountId(row.getLong("account_id")))
                .list();
    }

    /** Has a password be changed before anything else; false when there is none. */
    boolean mustChange(AccountId id) {
        return jdbc.sql("""
                        UPDATE "user".password SET must_change = TRUE WHERE account_id = :id
                        """).param("id", id.value()).update() == 1;
    }
}

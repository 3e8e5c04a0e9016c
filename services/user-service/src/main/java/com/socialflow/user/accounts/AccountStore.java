package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.user.accounts.Account.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts as the database keeps them. */
@Component
class AccountStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds an account; false, and nothing, when its name or address is taken.
     *
     * @throws Problem 409 when somebody took the name and gave it up between the caller's look at it and now
     */
    boolean insert(Account account) {
        var added = jdbc.sql("""
                        INSERT INTO "user".account
                               (id, username, display_name, email, email_key, birth_date, roles, state,
                                email_verified_at, locale, created_at)
                        VALUES (:id, :username, :displayName, :email, :emailKey, :birthDate, :roles, :state,
                                :verified, :locale, :now)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", account.id().value())
                        .param("username", account.username().value())
                        .param("displayName", account.displayName().value())
                        .param("email", account.email().value())
                        .param("emailKey", account.email().key())
                        .param("birthDate", account.birthDate())
                        .param("roles", account.roles().toArray(String[]::new))
                        .param("state", account.state().text())
                        .param("verified", moment(account.emailVerifiedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("locale", account.locale())
                        .param("now", account.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        // From here on nobody can take the name; who gave it up before is in this look.
        if (added && hasFormerUsername(account.username())) {
            throw Problem.conflict("username-taken", "somebody has this username");
        }
        return added;
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** Whether the name is somebody's, or was a short while ago. */
    boolean hasUsername(Username username) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM "user".account WHERE username = :username)
                    OR EXISTS (SELECT 1 FROM "user".former_username
                                WHERE username = :username AND kept_until > :now)
                """)
                .param("username", username.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private boolean hasFormerUsername(Username username) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM "user".former_username
                                WHERE username = :username AND kept_until > :now)
                """)
                .param("username", username.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    Optional<Account> find(AccountId id) {
        return jdbc.sql("""
                SELECT id, username, display_name, email, birth_date, roles, state, email_verified_at, locale,
                       revision, created_at
                  FROM "user".account
                 WHERE id = :id
                """)
                .param("id", id.value())
                .query(AccountStore::account)
                .optional();
    }

    /** The account, which nobody else changes until this transaction ends. */
    Optional<Account> findForUpdate(AccountId id) {
        return jdbc.sql("""
                SELECT id, username, display_name, email, birth_date, roles, state, email_verified_at, locale,
                       revision, created_at
                  FROM "user".account
                 WHERE id = :id
                   FOR UPDATE
                """)
                .param("id", id.value())
                .query(AccountStore::account)
                .optional();
    }

    Optional<Account> find(Username username) {
        return jdbc.sql("""
                SELECT id, username, display_name, email, birth_date, roles, state, email_verified_at, locale,
                       revision, created_at
                  FROM "user".account
                 WHERE username = :username
                """)
                .param("username", username.value())
                .query(AccountStore::account)
                .optional();
    }

    /** Those of the accounts that there are, in no order. */
    List<Account> findAll(Collection<AccountId> ids) {
        return jdbc.sql("""
                SELECT id, username, display_name, email, birth_date, roles, state, email_verified_at, locale,
                       revision, created_at
                  FROM "user".account
                 WHERE id = ANY (:ids)
                """)
                .param("ids", ids.stream().map(AccountId::value).toArray(Long[]::new))
                .query(AccountStore::account)
                .list();
    }

    /** Those of the names that somebody has, in no order. */
    List<Account> findAllNamed(Collection<Username> names) {
        return jdbc.sql("""
                SELECT id, username, display_name, email, birth_date, roles, state, email_verified_at, locale,
                       revision, created_at
                  FROM "user".account
                 WHERE username = ANY (:names)
                """)
                .param("names", names.stream().map(Username::value).toArray(String[]::new))
                .query(AccountStore::account)
                .list();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getLong("id")),
                new Username(row.getString("username")),
                new DisplayName(row.getString("display_name")),
                new Email(row.getString("email")),
                row.getObject("birth_date", LocalDate.class),
                Set.of((String[]) row.getArray("roles").getArray()),
                State.of(row.getString("state")),
                time(row, "email_verified_at"),
                row.getString("locale"),
                row.getLong("revision"),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    void insertPassword(AccountId account, String hash, Instant now) {
        jdbc.sql("""
                INSERT INTO "user".password (account_id, hash, changed_at) VALUES (:account, :hash, :now)
                """)
                .param("account", account.value())
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The same password, hashed otherwise; nothing when it was changed meanwhile. */
    void replaceHash(AccountId account, String before, String after) {
        jdbc.sql("""
                UPDATE "user".password SET hash = :after WHERE account_id = :account AND hash = :before
                """)
                .param("account", account.value())
                .param("before", before)
                .param("after", after)
                .update();
    }

    Optional<Credential> findCredential(Username username) {
        return jdbc.sql("""
                SELECT a.id, p.hash
                  FROM "user".account a
                  JOIN "user".password p ON p.account_id = a.id
                 WHERE a.username = :username
                """)
                .param("username", username.value())
                .query(AccountStore::credential)
                .optional();
    }

    Optional<Credential> findCredential(Email email) {
        return jdbc.sql("""
                SELECT a.id, p.hash
                  FROM "user".account a
                  JOIN "user".password p ON p.account_id = a.id
                 WHERE a.email_key = :email
                """)
                .param("email", email.key())
                .query(AccountStore::credential)
                .optional();
    }

    private static Credential credential(ResultSet row, int number) throws SQLException {
        return new Credential(new AccountId(row.getLong("id")), row.getString("hash"));
    }
}

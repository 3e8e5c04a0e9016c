package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses of people as the database keeps them. */
@Component
class ContactStore {

    private final JdbcClient jdbc;

    ContactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Contact> find(AccountId id) {
        return jdbc.sql("""
                SELECT id, username, email, email_verified_at, locale FROM "user".account WHERE id = :id
                """)
                .param("id", id.value())
                .query(ContactStore::contact)
                .optional();
    }

    Optional<Contact> find(Username username) {
        return jdbc.sql("""
                SELECT id, username, email, email_verified_at, locale
                  FROM "user".account
                 WHERE username = :username
                """)
                .param("username", username.value())
                .query(ContactStore::contact)
                .optional();
    }

    Optional<Contact> find(Email email) {
        return jdbc.sql("""
                SELECT id, username, email, email_verified_at, locale
                  FROM "user".account
                 WHERE email_key = :email
                """)
                .param("email", email.key())
                .query(ContactStore::contact)
                .optional();
    }

    /** The oldest accounts that can do this. */
    List<Contact> withRole(String role, int limit) {
        return jdbc.sql("""
                SELECT id, username, email, email_verified_at, locale
                  FROM "user".account
                 WHERE :role = ANY (roles) AND state = 'active'
                 ORDER BY id
                 LIMIT :limit
                """)
                .param("role", role)
                .param("limit", limit)
                .query(ContactStore::contact)
                .list();
    }

    /** Notes that the address is the person's; false when the account has another one by now. */
    boolean verify(AccountId account, Email email, Instant now) {
        return jdbc.sql("""
                        UPDATE "user".account
                           SET email_verified_at = COALESCE(email_verified_at, :now), revision = revision + 1
                         WHERE id = :id AND email_key = :email
                        """)
                        .param("id", account.value())
                        .param("email", email.key())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Gives the account another address, which its person has proven to have. */
    void change(AccountId account, Email email, Instant now) {
        jdbc.sql("""
                UPDATE "user".account
                   SET email = :email, email_key = :key, email_verified_at = :now, revision = revision + 1
                 WHERE id = :id
                """)
                .param("id", account.value())
                .param("email", email.value())
                .param("key", email.key())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lets somebody in who waited; false when nobody did. */
    boolean approve(AccountId account) {
        return jdbc.sql("""
                        UPDATE "user".account
                           SET state = 'active', revision = revision + 1
                         WHERE id = :id AND state = 'awaiting-approval'
                        """).param("id", account.value()).update() == 1;
    }

    /** Deletes an account that waited; false when there is none. */
    boolean reject(AccountId account) {
        return jdbc.sql("""
                        DELETE FROM "user".account WHERE id = :id AND state = 'awaiting-approval'
                        """).param("id", account.value()).update() == 1;
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                new AccountId(row.getLong("id")),
                new Username(row.getString("username")),
                new Email(row.getString("email")),
                row.getTimestamp("email_verified_at") != null,
                row.getString("locale"));
    }
}

package com.socialflow.user.tokens;

import com.socialflow.core.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Personal access tokens as the database keeps them. */
@Component
class PersonalTokenStore {

    /** A token that was shown, and the person as he or she is now. */
    record Shown(PersonalToken token, Set<String> roles) {}

    /** Where to write to a person. */
    record Reached(String email, String locale) {}

    private final JdbcClient jdbc;

    PersonalTokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the person, so that counting and adding is one. */
    Reached lock(AccountId account) {
        return jdbc.sql("""
                SELECT email, locale FROM "user".account WHERE id = :account FOR UPDATE
                """)
                .param("account", account.value())
                .query((row, _) -> new Reached(row.getString("email"), row.getString("locale")))
                .single();
    }

    void insert(PersonalToken token, byte[] hash) {
        jdbc.sql("""
                INSERT INTO "user".personal_token (id, account_id, name, hash, scopes, created_at, expires_at)
                VALUES (:id, :account, :name, :hash, :scopes, :now, :expires)
                """)
                .param("id", token.id())
                .param("account", token.account().value())
                .param("name", token.name())
                .param("hash", hash)
                .param("scopes", token.scopes().toArray(String[]::new))
                .param("now", token.createdAt().atOffset(ZoneOffset.UTC))
                .param("expires", token.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those of a person, the newest first: as many as one may have. */
    List<PersonalToken> of(AccountId account) {
        return jdbc.sql("""
                SELECT id, account_id, name, scopes, created_at, expires_at, used_at
                  FROM "user".personal_token
                 WHERE account_id = :account
                 ORDER BY id DESC
                """)
                .param("account", account.value())
                .query((row, _) -> token(row))
                .list();
    }

    boolean delete(AccountId account, long id) {
        return jdbc.sql("""
                DELETE FROM "user".personal_token WHERE id = :id AND account_id = :account
                """).param("id", id).param("account", account.value()).update() == 1;
    }

    /** The good token with that hash, of a person who may come in. */
    Optional<Shown> find(byte[] hash, Instant now) {
        return jdbc.sql("""
                SELECT t.id, t.account_id, t.name, t.scopes, t.created_at, t.expires_at, t.used_at, a.roles
                  FROM "user".personal_token t
                  JOIN "user".account a ON a.id = t.account_id
                 WHERE t.hash = :hash AND t.expires_at > :now AND a.state = 'active'
                """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Shown(token(row), texts(row, "roles")))
                .optional();
    }

    void used(long id, Instant now) {
        jdbc.sql("""
                UPDATE "user".personal_token SET used_at = :now WHERE id = :id
                """).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    /** Forgets tokens that expired before that time. */
    void forget(Instant before) {
        jdbc.sql("""
                DELETE FROM "user".personal_token WHERE expires_at < :before
                """).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    private static PersonalToken token(ResultSet row) throws SQLException {
        var used = row.getTimestamp("used_at");
        return new PersonalToken(
                row.getLong("id"),
                new AccountId(row.getLong("account_id")),
                row.getString("name"),
                texts(row, "scopes"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                used == null ? null : used.toInstant());
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }
}

package com.socialflow.user.oauth;

import com.socialflow.core.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people let programs do, as the database keeps it. */
@Component
class ConsentStore {

    /** More programs than anybody uses; older ones are not shown before newer ones go. */
    private static final int SHOWN_MAX = 200;

    /** A program that a person lets in. */
    record Given(
            long id,
            long client,
            String name,
            @Nullable String website,
            Set<String> scopes,
            Instant grantedAt,
            @Nullable Instant usedAt) {}

    private final JdbcClient jdbc;

    ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The scopes that a person let a program have. */
    Optional<Set<String>> find(AccountId account, long client) {
        return jdbc.sql("""
                SELECT scopes FROM "user".oauth_consent WHERE account_id = :account AND client_id = :client
                """)
                .param("account", account.value())
                .param("client", client)
                .query((row, _) -> Set.of((String[]) row.getArray("scopes").getArray()))
                .optional();
    }

    void save(long id, AccountId account, long client, Set<String> scopes, Instant now) {
        jdbc.sql("""
                INSERT INTO "user".oauth_consent (id, account_id, client_id, scopes, granted_at)
                VALUES (:id, :account, :client, :scopes, :now)
                ON CONFLICT (account_id, client_id)
                DO UPDATE SET scopes = excluded.scopes, granted_at = excluded.granted_at
                """)
                .param("id", id)
                .param("account", account.value())
                .param("client", client)
                .param("scopes", scopes.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest first. */
    List<Given> of(AccountId account) {
        return jdbc.sql("""
                SELECT k.id, k.client_id, c.name, c.website, k.scopes, k.granted_at,
                       (SELECT max(g.used_at) FROM "user".oauth_grant g
                         WHERE g.account_id = k.account_id AND g.client_id = k.client_id) AS used_at
                  FROM "user".oauth_consent k
                  JOIN "user".oauth_client c ON c.id = k.client_id
                 WHERE k.account_id = :account
                 ORDER BY k.id DESC
                 LIMIT :most
                """)
                .param("account", account.value())
                .param("most", SHOWN_MAX)
                .query((row, _) -> given(row))
                .list();
    }

    private static Given given(ResultSet row) throws SQLException {
        var used = row.getTimestamp("used_at");
        return new Given(
                row.getLong("id"),
                row.getLong("client_id"),
                row.getString("name"),
                row.getString("website"),
                Set.of((String[]) row.getArray("scopes").getArray()),
                row.getTimestamp("granted_at").toInstant(),
                used == null ? null : used.toInstant());
    }

    /** Takes a consent back; says of which program, when there was one. */
    Optional<Long> delete(AccountId account, long id) {
        return jdbc.sql("""
                DELETE FROM "user".oauth_consent WHERE id = :id AND account_id = :account RETURNING client_id
                """)
                .param("id", id)
                .param("account", account.value())
                .query(Long.class)
                .optional();
    }
}

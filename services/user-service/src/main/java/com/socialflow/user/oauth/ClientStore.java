package com.socialflow.user.oauth;

import com.socialflow.core.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Programs as the database keeps them. */
@Component
class ClientStore {

    private final JdbcClient jdbc;

    ClientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the owner, so that counting and adding is one. */
    void lockOwner(AccountId owner) {
        jdbc.sql("""
                SELECT id FROM "user".account WHERE id = :owner FOR UPDATE
                """).param("owner", owner.value()).query(Long.class).optional();
    }

    void insert(Client client) {
        jdbc.sql("""
                INSERT INTO "user".oauth_client
                       (id, owner_id, name, website, redirect_uris, logout_uris, flows, dpop, secret_hash, created_at,
                        changed_at)
                VALUES (:id, :owner, :name, :website, :redirects, :logouts, :flows, :dpop, :secret, :now, :now)
                """)
                .param("id", client.id())
                .param("owner", client.owner().value())
                .param("name", client.name())
                .param("website", client.website())
                .param("redirects", client.redirectUris().toArray(String[]::new))
                .param("logouts", client.logoutUris().toArray(String[]::new))
                .param("flows", texts(client.flows()))
                .param("dpop", client.dpop())
                .param("secret", client.secretHash())
                .param("now", client.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(Client client, Instant now) {
        jdbc.sql("""
                UPDATE "user".oauth_client
                   SET name = :name, website = :website, redirect_uris = :redirects, logout_uris = :logouts,
                       flows = :flows, dpop = :dpop, secret_hash = :secret, changed_at = :now
                 WHERE id = :id
                """)
                .param("id", client.id())
                .param("name", client.name())
                .param("website", client.website())
                .param("redirects", client.redirectUris().toArray(String[]::new))
                .param("logouts", client.logoutUris().toArray(String[]::new))
                .param("flows", texts(client.flows()))
                .param("dpop", client.dpop())
                .param("secret", client.secretHash())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(long id) {
        jdbc.sql("""
                DELETE FROM "user".oauth_client WHERE id = :id
                """).param("id", id).update();
    }

    Optional<Client> find(long id) {
        return jdbc.sql("""
                SELECT id, owner_id, name, website, redirect_uris, logout_uris, flows, dpop, secret_hash, created_at
                  FROM "user".oauth_client
                 WHERE id = :id
                """).param("id", id).query(ClientStore::client).optional();
    }

    /** The programs of a person, the oldest first: as many as one may have. */
    List<Client> ofOwner(AccountId owner) {
        return jdbc.sql("""
                SELECT id, owner_id, name, website, redirect_uris, logout_uris, flows, dpop, secret_hash, created_at
                  FROM "user".oauth_client
                 WHERE owner_id = :owner
                 ORDER BY id
                """)
                .param("owner", owner.value())
                .query(ClientStore::client)
                .list();
    }

    private static Client client(ResultSet row, int number) throws SQLException {
        return new Client(
                row.getLong("id"),
                new AccountId(row.getLong("owner_id")),
                row.getString("name"),
                row.getString("website"),
                List.of((String[]) row.getArray("redirect_uris").getArray()),
                List.of((String[]) row.getArray("logout_uris").getArray()),
                Stream.of((String[]) row.getArray("flows").getArray())
                        .map(Flow::of)
                        .collect(Collectors.toSet()),
                row.getBoolean("dpop"),
                row.getBytes("secret_hash"),
                row.getTimestamp("created_at").toInstant());
    }

    private static String[] texts(Set<Flow> flows) {
        return flows.stream().map(Flow::text).sorted().toArray(String[]::new);
    }
}

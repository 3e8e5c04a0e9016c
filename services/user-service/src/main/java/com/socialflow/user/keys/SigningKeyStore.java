package com.socialflow.user.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signing keys as the database keeps them, the private parts sealed. */
@Component
class SigningKeyStore {

    private static final Logger log = LoggerFactory.getLogger(SigningKeyStore.class);

    private final JdbcClient jdbc;
    private final KeySeal seal;

    SigningKeyStore(JdbcClient jdbc, KeySeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    void insert(SigningKey key) {
        jdbc.sql("""
                INSERT INTO "user".signing_key
                       (id, public_key, private_key, created_at, signs_until, verifies_until)
                VALUES (:id, :public, :private, :created, :signsUntil, :verifiesUntil)
                """)
                .param("id", key.id())
                .param("public", key.key().toPublicJWK().toJSONString())
                .param("private", seal.close(key.key().toJSONString(), key.id()))
                .param("created", key.createdAt().atOffset(ZoneOffset.UTC))
                .param("signsUntil", key.signsUntil().atOffset(ZoneOffset.UTC))
                .param("verifiesUntil", key.verifiesUntil().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The keys of which a token may still be good, the newest first. */
    List<SigningKey> verifying(Instant now) {
        return jdbc.sql("""
                SELECT id, public_key, private_key, created_at, signs_until, verifies_until
                  FROM "user".signing_key
                 WHERE verifies_until > :now
                 ORDER BY created_at DESC, id DESC
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> key(row))
                .list();
    }

    /** Seals again what another key-encryption key than the present one has sealed. */
    void renew() {
        jdbc.sql("""
                SELECT id, private_key FROM "user".signing_key
                """)
                .query((row, _) -> new Sealed(row.getString("id"), row.getBytes("private_key")))
                .list()
                .forEach(key -> seal.renewed(key.bytes(), key.id()).ifPresent(after -> replace(key, after)));
    }

    private record Sealed(String id, byte[] bytes) {}

    private void replace(Sealed before, byte[] after) {
        jdbc.sql("""
                UPDATE "user".signing_key SET private_key = :after WHERE id = :id AND private_key = :before
                """)
                .param("id", before.id())
                .param("before", before.bytes())
                .param("after", after)
                .update();
    }

    private SigningKey key(ResultSet row) throws SQLException {
        var id = row.getString("id");
        var json = seal.open(row.getBytes("private_key"), id).orElseGet(() -> {
            log.warn("signing key {} was sealed under another master key: it verifies and no longer signs", id);
            return "";
        });
        try {
            return new SigningKey(
                    ECKey.parse(json.isEmpty() ? row.getString("public_key") : json),
                    row.getTimestamp("created_at").toInstant(),
                    row.getTimestamp("signs_until").toInstant(),
                    row.getTimestamp("verifies_until").toInstant());
        } catch (ParseException e) {
            throw new IllegalStateException("signing key %s is no JSON Web Key".formatted(id), e);
        }
    }
}

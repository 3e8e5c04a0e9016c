package com.socialflow.social.push;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The row of {@code social.push_key}. */
@Component
class PushKeyStore {

    /** The private key is in an envelope. */
    record Stored(byte[] publicKey, byte[] privateKey) {}

    private final JdbcClient jdbc;

    PushKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Stored> find() {
        return jdbc.sql("SELECT public_key, private_key FROM social.push_key")
                .query((row, _) -> new Stored(row.getBytes(1), row.getBytes(2)))
                .optional();
    }

    /** Unless there is one. */
    void insert(Stored key) {
        jdbc.sql("INSERT INTO social.push_key (id, public_key, private_key) VALUES (1, ?, ?) ON CONFLICT DO NOTHING")
                .param(key.publicKey())
                .param(key.privateKey())
                .update();
    }

    /** The same key in another envelope. */
    void renew(byte[] privateKey) {
        jdbc.sql("UPDATE social.push_key SET private_key = ?").param(privateKey).update();
    }
}

package com.socialflow.user.admin;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The token of the first administrator, hashed. */
@Component
class ClaimStore {

    private final JdbcClient jdbc;

    ClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a new token in the place of the one before. */
    void put(byte[] hash, Instant now) {
        jdbc.sql("""
                INSERT INTO "user".admin_claim (id, token_hash, created_at) VALUES (1, :hash, :now)
                ON CONFLICT (id) DO UPDATE SET token_hash = excluded.token_hash, created_at = excluded.created_at
                """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether that is the token; if so, it is gone when the transaction commits. */
    boolean take(byte[] hash) {
        var found = jdbc.sql("""
                SELECT token_hash FROM "user".admin_claim WHERE id = 1 FOR UPDATE
                """).query((row, _) -> row.getBytes("token_hash")).optional();
        return found.isPresent() && MessageDigest.isEqual(found.get(), hash) && remove();
    }

    private boolean remove() {
        return jdbc.sql("DELETE FROM \"user\".admin_claim WHERE id = 1").update() == 1;
    }
}

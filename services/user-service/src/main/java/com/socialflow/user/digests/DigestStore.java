package com.socialflow.user.digests;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code "user".digest_letter}. */
@Component
class DigestStore {

    private final JdbcClient jdbc;

    DigestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when it was noted before. */
    boolean insert(long digest, Instant now) {
        return jdbc.sql("""
                INSERT INTO "user".digest_letter (digest_id, written_at) VALUES (?, ?) ON CONFLICT DO NOTHING
                """).param(digest).param(now.atOffset(ZoneOffset.UTC)).update() > 0;
    }

    void forgetBefore(Instant time) {
        jdbc.sql("DELETE FROM \"user\".digest_letter WHERE written_at < ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }
}

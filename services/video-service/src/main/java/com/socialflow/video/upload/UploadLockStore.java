package com.socialflow.video.upload;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leases on rows of {@code video.upload}: one writer among all processes. */
@Component
class UploadLockStore {

    private final JdbcClient jdbc;

    UploadLockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a lease that nobody has, or whose holder died. */
    boolean take(UploadId id, long token, Instant now, Instant until) {
        return jdbc.sql("""
                UPDATE video.upload
                   SET lock_token = :token, locked_until = :until
                 WHERE id = :id
                   AND (lock_token IS NULL OR locked_until < :now)
                """)
                        .param("id", id.value())
                        .param("token", token)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Prolongs leases and says which of them are still good: neither taken over nor on an upload that was given up. */
    Set<Long> renew(long[] tokens, Instant until) {
        return new HashSet<>(jdbc.sql("""
                UPDATE video.upload
                   SET locked_until = :until
                 WHERE lock_token = ANY (:tokens) AND NOT discarded
                RETURNING lock_token
                """)
                .param("tokens", tokens)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getLong(1))
                .list());
    }

    void release(UploadId id, long token) {
        jdbc.sql("""
                UPDATE video.upload
                   SET lock_token = NULL, locked_until = NULL
                 WHERE id = :id AND lock_token = :token
                """).param("id", id.value()).param("token", token).update();
    }
}

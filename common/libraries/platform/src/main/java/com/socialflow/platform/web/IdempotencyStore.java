package com.socialflow.platform.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of requests that carried an Idempotency-Key. */
class IdempotencyStore {

    /** One use of a key: by whom, and which. */
    record Use(String scope, String key) {}

    /** The answer to give again. */
    record Answer(
            int status,
            @Nullable String contentType,
            @Nullable String location,
            byte[] body) {}

    record Row(byte[] requestHash, Instant startedAt, boolean committed, Optional<Answer> answer) {}

    private final JdbcClient jdbc;

    IdempotencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the key for this request; false when a request has it. */
    boolean start(Use use, byte[] requestHash, Instant now) {
        return jdbc.sql("""
                        INSERT INTO platform.idempotency (scope, key, request_hash, started_at)
                        VALUES (:scope, :key, :hash, :now)
                        ON CONFLICT (scope, key) DO NOTHING
                        """)
                        .param("scope", use.scope())
                        .param("key", use.key())
                        .param("hash", requestHash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Takes the key over from a request that died before it changed anything; false when another did first. */
    boolean takeOver(Use use, Instant startedAt, Instant now) {
        return jdbc.sql("""
                        UPDATE platform.idempotency SET started_at = :now
                         WHERE scope = :scope AND key = :key AND started_at = :started
                           AND NOT committed AND status IS NULL
                        """)
                        .param("scope", use.scope())
                        .param("key", use.key())
                        .param("started", startedAt.atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Row> find(Use use) {
        return jdbc.sql("""
                SELECT request_hash, started_at, committed, status, content_type, location, body
                  FROM platform.idempotency
                 WHERE scope = :scope AND key = :key
                """)
                .param("scope", use.scope())
                .param("key", use.key())
                .query((row, _) -> {
                    var status = row.getInt(4);
                    Optional<Answer> answer = row.wasNull()
                            ? Optional.empty()
                            : Optional.of(new Answer(status, row.getString(5), row.getString(6), row.getBytes(7)));
                    return new Row(row.getBytes(1), row.getTimestamp(2).toInstant(), row.getBoolean(3), answer);
                })
                .optional();
    }

    /** Notes, in the transaction that changes something, that it did. */
    void markCommitted(Use use) {
        jdbc.sql("UPDATE platform.idempotency SET committed = TRUE WHERE scope = :scope AND key = :key")
                .param("scope", use.scope())
                .param("key", use.key())
                .update();
    }

    void answered(Use use, Answer answer) {
        jdbc.sql("""
                UPDATE platform.idempotency
                   SET status = :status, content_type = :type, location = :location, body = :body
                 WHERE scope = :scope AND key = :key
                """)
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("body", answer.body())
                .param("scope", use.scope())
                .param("key", use.key())
                .update();
    }

    void release(Use use) {
        jdbc.sql("DELETE FROM platform.idempotency WHERE scope = :scope AND key = :key AND NOT committed")
                .param("scope", use.scope())
                .param("key", use.key())
                .update();
    }

    /** Forgets everything in a scope, and the answer that made what lies at the location. */
    void forget(String scope, String location) {
        jdbc.sql("DELETE FROM platform.idempotency WHERE scope = :scope OR location = :location")
                .param("scope", scope)
                .param("location", location)
                .update();
    }

    int forgetBefore(Instant time) {
        return jdbc.sql("DELETE FROM platform.idempotency WHERE started_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }
}

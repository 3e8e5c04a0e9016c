package com.socialflow.user.exports;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Archives as those know them who make them. Only who holds the lease changes a row. */
@Component
class ExportJobStore {

    private final JdbcClient jdbc;

    ExportJobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An archive that is being made.
     *
     * @param attempt counts from 1
     * @param token of the lease
     */
    record Job(ExportId id, AccountId account, int attempt, long token) {

        /** Where this attempt stores the archive: one that lost its lease writes elsewhere. */
        String objectKey() {
            return "exports/%s/%s/%x.zip".formatted(account, id, token);
        }
    }

    /** Whom to tell that it is ready. */
    record Recipient(String email, String locale) {}

    /** Takes the one that waited longest, or whose maker died. */
    Optional<Job> take(long token, Instant now, Instant leasedUntil) {
        return jdbc.sql("""
                UPDATE "user".export
                   SET state = 'running', attempts = attempts + 1, progress = 0, lease_token = :token, due_at = :until
                 WHERE id = (SELECT id FROM "user".export
                              WHERE state IN ('waiting', 'running') AND due_at <= :now
                              ORDER BY due_at
                              LIMIT 1
                                FOR UPDATE SKIP LOCKED)
                RETURNING id, account_id, attempts
                """)
                .param("token", token)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", leasedUntil.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Job(new ExportId(row.getLong(1)), new AccountId(row.getLong(2)), row.getInt(3), token))
                .optional();
    }

    /** Goes on; false when somebody else has it, or nobody wants it any more. */
    boolean renew(Job job, double progress, Instant leasedUntil) {
        return jdbc.sql("""
                        UPDATE "user".export SET progress = :progress, due_at = :until
                         WHERE id = :id AND state = 'running' AND lease_token = :token
                        """)
                        .param("progress", progress)
                        .param("until", leasedUntil.atOffset(ZoneOffset.UTC))
                        .param("id", job.id().value())
                        .param("token", job.token())
                        .update()
                == 1;
    }

    /** It is stored; false when somebody else has it, or nobody wants it any more. */
    boolean ready(Job job, long bytes, Instant expiresAt) {
        return jdbc.sql("""
                        UPDATE "user".export
                           SET state = 'ready', progress = 1, lease_token = NULL, object_key = :key, bytes = :bytes,
                               expires_at = :expires
                         WHERE id = :id AND state = 'running' AND lease_token = :token
                        """)
                        .param("key", job.objectKey())
                        .param("bytes", bytes)
                        .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                        .param("id", job.id().value())
                        .param("token", job.token())
                        .update()
                == 1;
    }

    /** Waits for the next try. */
    void postpone(Job job, Instant dueAt) {
        jdbc.sql("""
                UPDATE "user".export SET state = 'waiting', lease_token = NULL, due_at = :due
                 WHERE id = :id AND state = 'running' AND lease_token = :token
                """)
                .param("due", dueAt.atOffset(ZoneOffset.UTC))
                .param("id", job.id().value())
                .param("token", job.token())
                .update();
    }

    /** Gives it up. */
    void fail(Job job) {
        jdbc.sql("""
                UPDATE "user".export SET state = 'failed', lease_token = NULL
                 WHERE id = :id AND state = 'running' AND lease_token = :token
                """).param("id", job.id().value()).param("token", job.token()).update();
    }

    Recipient recipient(Job job) {
        return jdbc.sql("""
                SELECT a.email, a.locale
                  FROM "user".export e
                  JOIN "user".account a ON a.id = e.account_id
                 WHERE e.id = :id
                """)
                .param("id", job.id().value())
                .query((row, _) -> new Recipient(row.getString(1), row.getString(2)))
                .single();
    }
}

package com.socialflow.user.exports;

import com.socialflow.core.AccountId;
import com.socialflow.user.exports.Export.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Archives as the database knows them, for those who ask for them. */
@Component
class ExportStore {

    private final JdbcClient jdbc;

    ExportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one request of a person be looked at at a time; false when the account is gone. */
    boolean lock(AccountId account) {
        return jdbc.sql("""
                SELECT id FROM "user".account WHERE id = :account FOR UPDATE
                """)
                .param("account", account.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    void insert(ExportId id, AccountId account, Instant now) {
        jdbc.sql("""
                INSERT INTO "user".export (id, account_id, state, due_at, created_at)
                VALUES (:id, :account, 'waiting', :now, :now)
                """)
                .param("id", id.value())
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The person's, the newest first. */
    List<Export> of(AccountId account, int limit) {
        return jdbc.sql("""
                SELECT id, account_id, state, progress, object_key, bytes, created_at, expires_at
                  FROM "user".export
                 WHERE account_id = :account
                 ORDER BY id DESC
                 LIMIT :limit
                """)
                .param("account", account.value())
                .param("limit", limit)
                .query(ExportStore::export)
                .list();
    }

    Optional<Export> find(ExportId id) {
        return jdbc.sql("""
                SELECT id, account_id, state, progress, object_key, bytes, created_at, expires_at
                  FROM "user".export
                 WHERE id = :id
                """).param("id", id.value()).query(ExportStore::export).optional();
    }

    /** Ready ones whose time is over. */
    List<Export> expired(Instant now, int limit) {
        return jdbc.sql("""
                SELECT id, account_id, state, progress, object_key, bytes, created_at, expires_at
                  FROM "user".export
                 WHERE state = 'ready' AND expires_at <= :now
                 LIMIT :limit
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(ExportStore::export)
                .list();
    }

    private static Export export(ResultSet row, int number) throws SQLException {
        return new Export(
                new ExportId(row.getLong("id")),
                new AccountId(row.getLong("account_id")),
                State.of(row.getString("state")),
                row.getDouble("progress"),
                row.getString("object_key"),
                row.getObject("bytes", Long.class),
                row.getTimestamp("created_at").toInstant(),
                time(row, "expires_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /** Its archive is no longer stored. */
    void expire(ExportId id) {
        jdbc.sql("""
                UPDATE "user".export SET state = 'expired', object_key = NULL WHERE id = :id AND state = 'ready'
                """).param("id", id.value()).update();
    }

    /** Forgets the person's older ones, of which nothing is left. */
    void forgetOld(AccountId account, Instant before) {
        jdbc.sql("""
                DELETE FROM "user".export
                 WHERE account_id = :account AND created_at < :before AND state IN ('failed', 'expired')
                """)
                .param("account", account.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}

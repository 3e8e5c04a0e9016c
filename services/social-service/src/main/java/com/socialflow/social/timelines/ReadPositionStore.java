package com.socialflow.social.timelines;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.read_position}. */
@Component
class ReadPositionStore {

    private final JdbcClient jdbc;

    ReadPositionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(AccountId account, String timeline, ReadPosition position) {
        jdbc.sql("""
                INSERT INTO social.read_position (account_id, timeline, device, position, read_at)
                VALUES (:account, :timeline, :device, :position, :at)
                    ON CONFLICT (account_id, timeline, device)
                    DO UPDATE SET position = excluded.position, read_at = excluded.read_at
                """)
                .param("account", account.value())
                .param("timeline", timeline)
                .param("device", position.device())
                .param("position", position.position())
                .param("at", position.readAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those of a timeline, the last written first. */
    List<ReadPosition> of(AccountId account, String timeline, int limit) {
        return jdbc.sql("""
                SELECT device, position, read_at FROM social.read_position
                 WHERE account_id = :account AND timeline = :timeline
                 ORDER BY read_at DESC, device
                 LIMIT :limit
                """)
                .param("account", account.value())
                .param("timeline", timeline)
                .param("limit", limit)
                .query((row, _) -> new ReadPosition(
                        row.getString(1),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** A row as the person gets it. */
    record Kept(String timeline, String device, String position, Instant readAt) {}

    List<Kept> all(AccountId account, int limit) {
        return jdbc.sql("""
                SELECT timeline, device, position, read_at FROM social.read_position
                 WHERE account_id = :account
                 ORDER BY timeline, device
                 LIMIT :limit
                """)
                .param("account", account.value())
                .param("limit", limit)
                .query((row, _) -> new Kept(
                        row.getString(1),
                        row.getString(2),
                        Ids.format(row.getLong(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    int delete(AccountId account, int limit) {
        return jdbc.sql("""
                DELETE FROM social.read_position
                 WHERE account_id = :account AND (timeline, device) IN (
                       SELECT timeline, device FROM social.read_position WHERE account_id = :account LIMIT :limit)
                """)
                .param("account", account.value())
                .param("limit", limit)
                .update();
    }

    /** Leaves the newest so many of a person's. */
    void trim(AccountId account, int limit) {
        jdbc.sql("""
                DELETE FROM social.read_position
                 WHERE account_id = :account AND (timeline, device) IN (
                       SELECT timeline, device FROM social.read_position
                        WHERE account_id = :account
                        ORDER BY read_at DESC, timeline, device
                       OFFSET :limit)
                """).param("account", account.value()).param("limit", limit).update();
    }
}

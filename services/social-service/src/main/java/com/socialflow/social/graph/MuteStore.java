package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.mute}. */
@Component
class MuteStore {

    private final JdbcClient jdbc;

    MuteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Mutes, or changes how; the place in the list stays. */
    void put(AccountId muter, Mute mute) {
        jdbc.sql("""
                INSERT INTO social.mute (muter_id, muted_id, position, until, notifications)
                VALUES (:muter, :muted, :position, :until, :notifications)
                    ON CONFLICT (muter_id, muted_id) DO UPDATE
                   SET until = excluded.until, notifications = excluded.notifications
                """)
                .param("muter", muter.value())
                .param("muted", mute.muted().value())
                .param("position", mute.position())
                .param("until", moment(mute.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("notifications", mute.notifications())
                .update();
    }

    /** Whether there was one. */
    boolean delete(AccountId muter, AccountId muted) {
        return jdbc.sql("DELETE FROM social.mute WHERE muter_id = :muter AND muted_id = :muted")
                        .param("muter", muter.value())
                        .param("muted", muted.value())
                        .update()
                == 1;
    }

    /** How many a person mutes beside this one, counted up to a limit. */
    int countOthers(AccountId muter, AccountId muted, int limit) {
        return jdbc.sql("""
                SELECT count(*)
                  FROM (SELECT 1 FROM social.mute WHERE muter_id = :muter AND muted_id <> :muted LIMIT :limit) AS mutes
                """)
                .param("muter", muter.value())
                .param("muted", muted.value())
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** Whom a person mutes now, the newest first. */
    List<Mute> of(AccountId muter, long before, int limit, Instant now) {
        return jdbc.sql("""
                SELECT muted_id, position, until, notifications FROM social.mute
                 WHERE muter_id = ? AND position < ? AND (until IS NULL OR until > ?)
                 ORDER BY position DESC
                 LIMIT ?
                """)
                .param(muter.value())
                .param(before)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(limit)
                .query((row, _) -> new Mute(
                        new AccountId(row.getLong(1)),
                        row.getLong(2),
                        instant(row.getObject(3, OffsetDateTime.class)),
                        row.getBoolean(4)))
                .list();
    }

    /** Removes at most so many whose time is over, and gives how many. */
    int deleteEnded(Instant now, int limit) {
        return jdbc.sql("""
                DELETE FROM social.mute
                 WHERE (muter_id, muted_id) IN (SELECT muter_id, muted_id FROM social.mute
                                                 WHERE until <= :now ORDER BY until LIMIT :limit)
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

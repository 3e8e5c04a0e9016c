package com.socialflow.analytics.keeping;

import com.socialflow.analytics.cells.Granularity;
import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes rows of all tables, some at a time. */
@Component
class SweepStore {

    private final JdbcClient jdbc;

    SweepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of videos and of channels; gives how many there were. */
    int deleteBefore(Granularity granularity, Instant time, int limit) {
        return deleteBefore("cell_", "video_id, dimension, start_at, dimension_value", granularity, time, limit)
                + deleteBefore("channel_", "owner_id, start_at", granularity, time, limit)
                + deleteBefore("video_follower_", "video_id, owner_id, start_at", granularity, time, limit);
    }

    private int deleteBefore(String tables, String key, Granularity granularity, Instant time, int limit) {
        return jdbc.sql("""
                DELETE FROM analytics.%1$s
                 WHERE (%2$s) IN (
                       SELECT %2$s
                         FROM analytics.%1$s
                        WHERE start_at < ?
                        ORDER BY start_at
                        LIMIT ?)
                """.formatted(tables + granularity.word(), key))
                .param(time.atOffset(ZoneOffset.UTC))
                .param(limit)
                .update();
    }

    void insertErasure(AccountId account, Instant now) {
        jdbc.sql("""
                INSERT INTO analytics.erasure (account_id, requested_at)
                VALUES (?, ?)
                    ON CONFLICT (account_id) DO NOTHING
                """).param(account.value()).param(now.atOffset(ZoneOffset.UTC)).update();
    }

    List<AccountId> erasures(int limit) {
        return jdbc.sql("SELECT account_id FROM analytics.erasure ORDER BY account_id LIMIT ?")
                .param(limit)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .list();
    }

    void deleteErasure(AccountId account) {
        jdbc.sql("DELETE FROM analytics.erasure WHERE account_id = ?")
                .param(account.value())
                .update();
    }

    /** Some of the person's videos. */
    List<Long> videosOf(AccountId account, int limit) {
        return jdbc.sql("SELECT video_id FROM analytics.video_owner WHERE owner_id = ? LIMIT ?")
                .param(account.value())
                .param(limit)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** Everything about the video. */
    void deleteVideo(long video) {
        for (var table : List.of("cell_minute", "cell_hour", "cell_day", "video_post", "video_length", "video_owner")) {
            jdbc.sql("DELETE FROM analytics.%s WHERE video_id = ?".formatted(table))
                    .param(video)
                    .update();
        }
    }

    void deleteChannel(AccountId account) {
        for (var granularity : Granularity.values()) {
            for (var table : List.of("channel_", "video_follower_")) {
                jdbc.sql("DELETE FROM analytics.%s%s WHERE owner_id = ?".formatted(table, granularity.word()))
                        .param(account.value())
                        .update();
            }
        }
    }
}

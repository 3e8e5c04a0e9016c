package com.socialflow.analytics.recent;

import com.socialflow.analytics.recent.RecentPlays.Second;
import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code analytics.play_second}. */
@Component
class RecentPlayStore {

    private final JdbcClient jdbc;

    RecentPlayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** So many more, in one statement. Videos of which it is not known here whose they are, nobody looks at yet. */
    void add(Map<Second, Long> plays) {
        var seconds = plays.keySet().stream().toList();
        jdbc.sql("""
                INSERT INTO analytics.play_second AS p (owner_id, video_id, start_at, plays)
                SELECT o.owner_id, n.video_id, n.start_at, n.plays
                  FROM unnest(?::bigint[], ?::timestamptz[], ?::bigint[]) AS n (video_id, start_at, plays)
                  JOIN analytics.video_owner AS o ON o.video_id = n.video_id
                    ON CONFLICT (owner_id, start_at, video_id) DO UPDATE SET plays = p.plays + excluded.plays
                """)
                .param(seconds.stream()
                        .mapToLong(second -> second.video().value())
                        .toArray())
                .param(seconds.stream().map(second -> second.time().toString()).toArray(String[]::new))
                .param(seconds.stream().mapToLong(plays::get).toArray())
                .update();
    }

    Map<Instant, Long> find(AccountId owner, @Nullable VideoId video, Instant from) {
        var found = new TreeMap<Instant, Long>();
        jdbc.sql("""
                SELECT start_at, sum(plays)
                  FROM analytics.play_second
                 WHERE owner_id = ? AND start_at >= ? AND (?::bigint IS NULL OR video_id = ?)
                 GROUP BY start_at
                """)
                .param(owner.value())
                .param(from.atOffset(ZoneOffset.UTC))
                .param(video == null ? null : video.value())
                .param(video == null ? null : video.value())
                .query((RowCallbackHandler)
                        row -> found.put(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2)));
        return found;
    }

    void deleteBefore(Instant time) {
        jdbc.sql("DELETE FROM analytics.play_second WHERE start_at < ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }
}

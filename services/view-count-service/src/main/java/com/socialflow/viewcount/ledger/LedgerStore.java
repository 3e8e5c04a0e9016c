package com.socialflow.viewcount.ledger;

import com.socialflow.core.VideoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class LedgerStore {

    private static final long SECONDS_OF_HOUR = 3_600;
    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LedgerStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long closedUntil() {
        return jdbc.sql("SELECT closed_until FROM view_count.progress WHERE name = 'hour'")
                .query((row, _) -> hour(row, "closed_until"))
                .optional()
                .orElse(0L);
    }

    /** Keeps others who ask this waiting until the transaction ends; gives up to where hours are closed. */
    long lock() {
        jdbc.sql("""
                INSERT INTO view_count.progress (name, closed_until)
                VALUES ('hour', :begin)
                    ON CONFLICT (name) DO NOTHING
                """).param("begin", time(0)).update();
        return jdbc.sql("SELECT closed_until FROM view_count.progress WHERE name = 'hour' FOR UPDATE")
                .query((row, _) -> hour(row, "closed_until"))
                .single();
    }

    /** Never back. */
    void closeUntil(long hour) {
        jdbc.sql("""
                INSERT INTO view_count.progress AS known (name, closed_until)
                VALUES ('hour', :until)
                    ON CONFLICT (name)
                    DO UPDATE SET closed_until = greatest(known.closed_until, excluded.closed_until)
                """).param("until", time(hour)).update();
    }

    /** Absolute numbers: what was written of the hour before is replaced. */
    void upsert(long hour, List<Closed> closed) {
        jdbc.sql("""
                INSERT INTO view_count.hour (video_id, begins_at, views, raw_views, watch_millis, rejected)
                SELECT video_id, :hour, views, raw_views, watch_millis, rejected::jsonb
                  FROM unnest(:videos::bigint[], :views::bigint[], :raw::bigint[], :watched::bigint[],
                              :rejected::text[]) AS closed (video_id, views, raw_views, watch_millis, rejected)
                    ON CONFLICT (video_id, begins_at)
                    DO UPDATE SET views = excluded.views, raw_views = excluded.raw_views,
                                  watch_millis = excluded.watch_millis, rejected = excluded.rejected
                """)
                .param("hour", time(hour))
                .param(
                        "videos",
                        closed.stream().mapToLong(one -> one.video().value()).toArray())
                .param(
                        "views",
                        closed.stream().mapToLong(one -> one.tally().views()).toArray())
                .param(
                        "raw",
                        closed.stream().mapToLong(one -> one.tally().rawViews()).toArray())
                .param(
                        "watched",
                        closed.stream()
                                .mapToLong(one -> one.tally().watchMillis())
                                .toArray())
                .param("rejected", closed.stream().map(one -> text(one.tally())).toArray(String[]::new))
                .update();
    }

    /** Each total with the sketch in the same place. */
    void replace(List<Total> totals, List<byte[]> sketches) {
        jdbc.sql("""
                INSERT INTO view_count.total
                       (video_id, through, views, raw_views, watch_millis, rejected, unique_viewers, sketch)
                SELECT video_id, through, views, raw_views, watch_millis, rejected::jsonb, unique_viewers, sketch
                  FROM unnest(:videos::bigint[], :through::timestamptz[], :views::bigint[], :raw::bigint[],
                              :watched::bigint[], :rejected::text[], :uniques::bigint[], :sketches::bytea[])
                       AS total (video_id, through, views, raw_views, watch_millis, rejected, unique_viewers, sketch)
                    ON CONFLICT (video_id)
                    DO UPDATE SET through = excluded.through, views = excluded.views,
                                  raw_views = excluded.raw_views, watch_millis = excluded.watch_millis,
                                  rejected = excluded.rejected, unique_viewers = excluded.unique_viewers,
                                  sketch = excluded.sketch
                """)
                .param(
                        "videos",
                        totals.stream().mapToLong(one -> one.video().value()).toArray())
                .param(
                        "through",
                        totals.stream()
                                .map(one -> time(one.through()).toString())
                                .toArray(String[]::new))
                .param(
                        "views",
                        totals.stream().mapToLong(one -> one.tally().views()).toArray())
                .param(
                        "raw",
                        totals.stream().mapToLong(one -> one.tally().rawViews()).toArray())
                .param(
                        "watched",
                        totals.stream()
                                .mapToLong(one -> one.tally().watchMillis())
                                .toArray())
                .param("rejected", totals.stream().map(one -> text(one.tally())).toArray(String[]::new))
                .param(
                        "uniques",
                        totals.stream().mapToLong(Total::uniqueViewers).toArray())
                .param("sketches", sketches.toArray(byte[][]::new))
                .update();
    }

    List<Total> totals(Collection<VideoId> videos) {
        return jdbc.sql("""
                SELECT video_id, through, views, raw_views, watch_millis, rejected, unique_viewers
                  FROM view_count.total
                 WHERE video_id = ANY (:videos)
                """)
                .param("videos", values(videos))
                .query((row, _) -> new Total(
                        new VideoId(row.getLong("video_id")),
                        hour(row, "through"),
                        tally(row),
                        row.getLong("unique_viewers")))
                .list();
    }

    Map<VideoId, byte[]> sketches(Collection<VideoId> videos) {
        var found = new HashMap<VideoId, byte[]>();
        jdbc.sql("SELECT video_id, sketch FROM view_count.total WHERE video_id = ANY (:videos) AND length(sketch) > 0")
                .param("videos", values(videos))
                .query((row, _) -> found.put(new VideoId(row.getLong("video_id")), row.getBytes("sketch")))
                .list();
        return found;
    }

    Map<Long, Tally> hours(VideoId video, long from, long before) {
        var found = new LinkedHashMap<Long, Tally>();
        jdbc.sql("""
                SELECT begins_at, views, raw_views, watch_millis, rejected
                  FROM view_count.hour
                 WHERE video_id = :video AND begins_at >= :from AND begins_at < :before
                 ORDER BY begins_at
                """)
                .param("video", video.value())
                .param("from", time(from))
                .param("before", time(before))
                .query((row, _) -> found.put(hour(row, "begins_at"), tally(row)))
                .list();
        return found;
    }

    private static long[] values(Collection<VideoId> videos) {
        return videos.stream().mapToLong(VideoId::value).toArray();
    }

    private Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("views"),
                row.getLong("raw_views"),
                row.getLong("watch_millis"),
                json.readValue(row.getString("rejected"), COUNTS));
    }

    private String text(Tally tally) {
        return json.writeValueAsString(tally.rejected());
    }

    private static OffsetDateTime time(long hour) {
        return Instant.ofEpochSecond(hour * SECONDS_OF_HOUR).atOffset(ZoneOffset.UTC);
    }

    private static long hour(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toEpochSecond() / SECONDS_OF_HOUR;
    }
}

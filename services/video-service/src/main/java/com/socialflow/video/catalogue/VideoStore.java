package com.socialflow.video.catalogue;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people do to rows of {@code video.video}. Reads bind by position: named parameters cost on hot paths. */
@Component
class VideoStore {

    private static final String COLUMNS = """
            id, owner_id, title, description, tags, category, language, visibility,
            state, progress, failure_code, failure_message,
            duration_seconds, width, height, renditions, hls_key, dash_key, poster_key, storyboard_key,
            playback_epoch, version, created_at, published_at, published_order
            """;

    private final JdbcClient jdbc;
    private final Rows rows = new Rows();
    private final Clock clock;

    VideoStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(VideoId id, AccountId owner, Details details) {
        jdbc.sql("""
                INSERT INTO video.video (id, owner_id, title, description, tags, category, language, visibility,
                                         state, created_at)
                VALUES (:id, :owner, :title, :description, :tags, :category, :language, :visibility,
                        'awaiting-upload', :now)
                """)
                .param("id", id.value())
                .param("owner", owner.value())
                .param("title", details.title())
                .param("description", details.description())
                .param("tags", details.tags().toArray(String[]::new))
                .param("category", details.category(), Types.VARCHAR)
                .param("language", details.language(), Types.VARCHAR)
                .param("visibility", details.visibility().word())
                .param("now", now())
                .update();
    }

    Optional<Video> find(VideoId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM video.video WHERE id = ?")
                .param(id.value())
                .query(rows)
                .optional();
    }

    /** Those of the videos that there are. */
    List<Video> find(Collection<VideoId> ids) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM video.video WHERE id = ANY (?::bigint[])")
                .param(ids.stream().mapToLong(VideoId::value).toArray())
                .query(rows)
                .list();
    }

    /** The row, which nobody else changes until this transaction ends. */
    Optional<Video> findForUpdate(VideoId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM video.video WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(rows)
                .optional();
    }

    /** Public and playable videos, the newest first, published before the position. */
    List<Video> recent(long before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                  FROM video.video
                 WHERE visibility = 'public' AND hls_key IS NOT NULL AND published_order IS NOT NULL
                   AND published_order < ?
                 ORDER BY published_order DESC
                 LIMIT ?
                """)
                .param(before)
                .param(limit)
                .query(rows)
                .list();
    }

    /** The same of one owner. */
    List<Video> recentOf(AccountId owner, long before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                  FROM video.video
                 WHERE visibility = 'public' AND hls_key IS NOT NULL AND published_order IS NOT NULL
                   AND owner_id = ? AND published_order < ?
                 ORDER BY published_order DESC
                 LIMIT ?
                """)
                .param(owner.value())
                .param(before)
                .param(limit)
                .query(rows)
                .list();
    }

    /** Everything that a person has, drafts too, the newest first. */
    List<Video> allOf(AccountId owner, long before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                  FROM video.video
                 WHERE owner_id = ? AND id < ?
                 ORDER BY id DESC
                 LIMIT ?
                """)
                .param(owner.value())
                .param(before)
                .param(limit)
                .query(rows)
                .list();
    }

    /** Of these videos, those that are newer than the version beside them. */
    List<Video> newerThan(long[] ids, long[] versions) {
        return jdbc.sql("SELECT " + COLUMNS + """
                  FROM video.video
                  JOIN unnest(?::bigint[], ?::bigint[]) AS seen (seen_id, seen_version) ON seen_id = id
                 WHERE version > seen_version
                """)
                .param(ids)
                .param(versions)
                .query(rows)
                .list();
    }

    /** Those of the ids that have a row. */
    List<Long> existing(long[] ids) {
        return jdbc.sql("SELECT id FROM video.video WHERE id = ANY (?::bigint[])")
                .param(ids)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** How many videos of a person have no source yet, counted up to a limit. */
    int drafts(AccountId owner, int limit) {
        return jdbc.sql("""
                SELECT count(*)
                  FROM (SELECT 1 FROM video.video
                         WHERE owner_id = :owner AND state = 'awaiting-upload' LIMIT :limit) AS drafts
                """)
                .param("owner", owner.value())
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** Replaces what the owner says of a video; tokens of an older epoch end when asked. */
    void edit(VideoId id, Details details, boolean endTokens) {
        jdbc.sql("""
                UPDATE video.video
                   SET title = :title, description = :description, tags = :tags, category = :category,
                       language = :language, visibility = :visibility,
                       playback_epoch = playback_epoch + :epochs, version = version + 1
                 WHERE id = :id
                """)
                .param("id", id.value())
                .param("title", details.title())
                .param("description", details.description())
                .param("tags", details.tags().toArray(String[]::new))
                .param("category", details.category(), Types.VARCHAR)
                .param("language", details.language(), Types.VARCHAR)
                .param("visibility", details.visibility().word())
                .param("epochs", endTokens ? 1 : 0)
                .update();
    }

    /** Gives a video its place among the recent ones, the first time that it is public and playable. */
    void publish(VideoId id, long order) {
        jdbc.sql("""
                UPDATE video.video
                   SET published_at = :now, published_order = :order
                 WHERE id = :id
                   AND visibility = 'public' AND hls_key IS NOT NULL AND published_order IS NULL
                """)
                .param("id", id.value())
                .param("now", now())
                .param("order", order)
                .update();
    }

    void delete(VideoId id) {
        jdbc.sql("DELETE FROM video.video WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Reads rows of {@link #COLUMNS} by position: this is the hot path of every page. */
    static final class Rows implements RowMapper<Video> {

        @Override
        public Video mapRow(ResultSet row, int number) throws SQLException {
            var details = new Details(
                    row.getString(3),
                    row.getString(4),
                    List.of((String[]) row.getArray(5).getArray()),
                    row.getString(6),
                    row.getString(7),
                    Visibility.of(row.getString(8)).orElseThrow());
            var failureCode = row.getString(11);
            var json = row.getString(16);
            var media = new Media(
                    row.getObject(13, Double.class),
                    row.getObject(14, Integer.class),
                    row.getObject(15, Integer.class),
                    json == null ? Renditions.NONE : new Renditions(json),
                    row.getString(17),
                    row.getString(18),
                    row.getString(19),
                    row.getString(20));
            return new Video(
                    new VideoId(row.getLong(1)),
                    new AccountId(row.getLong(2)),
                    details,
                    VideoState.of(row.getString(9)),
                    row.getDouble(10),
                    failureCode == null ? null : new Failure(failureCode, row.getString(12)),
                    media,
                    row.getInt(21),
                    row.getLong(22),
                    row.getObject(23, OffsetDateTime.class).toInstant(),
                    instant(row.getObject(24, OffsetDateTime.class)),
                    row.getObject(25, Long.class));
        }

        private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
            return time == null ? null : time.toInstant();
        }
    }
}

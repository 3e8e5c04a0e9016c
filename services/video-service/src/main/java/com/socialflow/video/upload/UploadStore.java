package com.socialflow.video.upload;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code video.upload} and {@code video.uploader}. */
@Component
class UploadStore {

    private static final String COLUMNS = """
            id, video_id, owner_id, size_bytes, metadata, resumable, expires_at, completed_at IS NOT NULL, discarded
            """;

    private final JdbcClient jdbc;

    UploadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a person's unfinished uploads take. */
    record Reserved(int uploads, long bytes) {}

    /** Lets no other transaction count this person's bytes until this one ends. */
    void lockUploader(AccountId owner) {
        jdbc.sql("""
                INSERT INTO video.uploader (owner_id) VALUES (:owner)
                    ON CONFLICT (owner_id) DO UPDATE SET owner_id = excluded.owner_id
                """).param("owner", owner.value()).update();
    }

    Reserved reserved(AccountId owner) {
        return jdbc.sql("""
                SELECT count(*), coalesce(sum(size_bytes), 0)
                  FROM video.upload
                 WHERE owner_id = :owner AND completed_at IS NULL AND NOT discarded
                """)
                .param("owner", owner.value())
                .query((row, number) -> new Reserved(row.getInt(1), row.getLong(2)))
                .single();
    }

    void insert(Upload upload, Instant now) {
        jdbc.sql("""
                INSERT INTO video.upload (id, video_id, owner_id, size_bytes, metadata, resumable,
                                          created_at, expires_at)
                VALUES (:id, :video, :owner, :size, :metadata, :resumable, :now, :expires)
                """)
                .param("id", upload.id().value())
                .param("video", upload.video().value())
                .param("owner", upload.owner().value())
                .param("size", upload.size())
                .param("metadata", upload.metadata(), Types.VARCHAR)
                .param("resumable", upload.resumable())
                .param("now", utc(now))
                .param("expires", utc(upload.expiresAt()))
                .update();
    }

    Optional<Upload> find(UploadId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM video.upload WHERE id = :id")
                .param("id", id.value())
                .query(UploadStore::read)
                .optional();
    }

    /** Its bytes became the video's source; the row stays until it expires, for a client that asks again. */
    void complete(UploadId id, long size, Instant now) {
        jdbc.sql("UPDATE video.upload SET completed_at = :now, size_bytes = :size WHERE id = :id")
                .param("id", id.value())
                .param("size", size)
                .param("now", utc(now))
                .update();
    }

    void extend(UploadId id, Instant expiresAt) {
        jdbc.sql("UPDATE video.upload SET expires_at = :expires WHERE id = :id")
                .param("id", id.value())
                .param("expires", utc(expiresAt))
                .update();
    }

    void discard(UploadId id) {
        jdbc.sql("UPDATE video.upload SET discarded = true WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    void discardOf(VideoId video) {
        jdbc.sql("UPDATE video.upload SET discarded = true WHERE video_id = :video")
                .param("video", video.value())
                .update();
    }

    /** The person's uploads, in no order. */
    List<Upload> of(AccountId owner, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM video.upload WHERE owner_id = :owner LIMIT :limit")
                .param("owner", owner.value())
                .param("limit", limit)
                .query(UploadStore::read)
                .list();
    }

    void discardOf(AccountId owner) {
        jdbc.sql("UPDATE video.upload SET discarded = true WHERE owner_id = :owner")
                .param("owner", owner.value())
                .update();
    }

    void forgetUploader(AccountId owner) {
        jdbc.sql("DELETE FROM video.uploader WHERE owner_id = :owner")
                .param("owner", owner.value())
                .update();
    }

    void delete(UploadId id) {
        jdbc.sql("DELETE FROM video.upload WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    /** Given up, and nobody writes to them any more. */
    List<Upload> discarded(Instant now, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                  FROM video.upload
                 WHERE discarded AND (lock_token IS NULL OR locked_until < :now)
                 LIMIT :limit
                """)
                .param("now", utc(now))
                .param("limit", limit)
                .query(UploadStore::read)
                .list();
    }

    /** Their writer died. */
    List<Upload> abandoned(Instant now, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                  FROM video.upload
                 WHERE lock_token IS NOT NULL AND locked_until < :now AND NOT discarded
                 LIMIT :limit
                """)
                .param("now", utc(now))
                .param("limit", limit)
                .query(UploadStore::read)
                .list();
    }

    /** Past their time; what is being written to is not. */
    List<Upload> expired(Instant now, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                  FROM video.upload
                 WHERE expires_at <= :now AND NOT discarded AND lock_token IS NULL
                 LIMIT :limit
                """)
                .param("now", utc(now))
                .param("limit", limit)
                .query(UploadStore::read)
                .list();
    }

    private static Upload read(ResultSet row, int number) throws SQLException {
        return new Upload(
                new UploadId(row.getLong(1)),
                new VideoId(row.getLong(2)),
                new AccountId(row.getLong(3)),
                row.getLong(4),
                row.getString(5),
                row.getBoolean(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getBoolean(8),
                row.getBoolean(9));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

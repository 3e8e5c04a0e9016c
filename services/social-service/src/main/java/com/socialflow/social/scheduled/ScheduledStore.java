package com.socialflow.social.scheduled;

import com.socialflow.core.AccountId;
import com.socialflow.social.scheduled.Scheduled.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.scheduled_post}. */
@Component
class ScheduledStore {

    private static final String COLUMNS =
            "id, owner_id, content, publish_at, failure, sentence, version, attempts, created_at, updated_at";

    private final JdbcClient jdbc;

    ScheduledStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Scheduled post) {
        jdbc.sql("""
                INSERT INTO social.scheduled_post (id, owner_id, content, publish_at, next_at, created_at, updated_at)
                VALUES (:id, :owner, CAST(:content AS jsonb), :at, :at, :created, :updated)
                """)
                .param("id", post.id().value())
                .param("owner", post.owner().value())
                .param("content", post.content())
                .param("at", post.publishAt().atOffset(ZoneOffset.UTC))
                .param("created", post.createdAt().atOffset(ZoneOffset.UTC))
                .param("updated", post.updatedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    int count(AccountId owner) {
        return jdbc.sql("SELECT count(*) FROM social.scheduled_post WHERE owner_id = ?")
                .param(owner.value())
                .query(Integer.class)
                .single();
    }

    Optional<Scheduled> find(ScheduledId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM social.scheduled_post WHERE id = ?")
                .param(id.value())
                .query((row, _) -> post(row))
                .optional();
    }

    /** A person's posts that wait, newest first. */
    List<Scheduled> page(AccountId owner, long before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM social.scheduled_post WHERE owner_id = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .param(owner.value())
                .param(before)
                .param(limit)
                .query((row, _) -> post(row))
                .list();
    }

    /** Takes what is due; whoever dies with it leaves it to others after the given moment. */
    List<Scheduled> take(Instant now, Instant again, int limit) {
        return jdbc.sql("""
                UPDATE social.scheduled_post
                   SET attempts = attempts + 1, next_at = :again
                 WHERE id IN (SELECT id FROM social.scheduled_post
                               WHERE next_at <= :now
                               ORDER BY next_at
                               LIMIT :limit
                                 FOR UPDATE SKIP LOCKED)
                RETURNING\s""" + COLUMNS)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("again", again.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> post(row))
                .list();
    }

    /** Changes the post, which waits anew; false when it is gone or changed meanwhile. */
    boolean update(Scheduled post, String content, Instant at, Instant now) {
        return jdbc.sql("""
                        UPDATE social.scheduled_post
                           SET content = CAST(:content AS jsonb), publish_at = :at, next_at = :at, attempts = 0,
                               failure = NULL, sentence = NULL, version = version + 1, updated_at = :now
                         WHERE id = :id AND version = :version
                        """)
                        .param("content", content)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", post.id().value())
                        .param("version", post.version())
                        .update()
                == 1;
    }

    void postpone(Scheduled post, Instant nextAt) {
        jdbc.sql("UPDATE social.scheduled_post SET next_at = ? WHERE id = ? AND version = ?")
                .param(nextAt.atOffset(ZoneOffset.UTC))
                .param(post.id().value())
                .param(post.version())
                .update();
    }

    /** It is not tried any more until its owner does something. */
    void fail(Scheduled post, Failure failure) {
        jdbc.sql("""
                UPDATE social.scheduled_post SET failure = :code, sentence = :sentence, next_at = NULL
                 WHERE id = :id AND version = :version
                """)
                .param("code", failure.code())
                .param("sentence", failure.sentence())
                .param("id", post.id().value())
                .param("version", post.version())
                .update();
    }

    /** False when it is gone or changed meanwhile. */
    boolean delete(ScheduledId id, int version) {
        return jdbc.sql("DELETE FROM social.scheduled_post WHERE id = ? AND version = ?")
                        .param(id.value())
                        .param(version)
                        .update()
                == 1;
    }

    boolean delete(ScheduledId id) {
        return jdbc.sql("DELETE FROM social.scheduled_post WHERE id = ?")
                        .param(id.value())
                        .update()
                == 1;
    }

    private static Scheduled post(ResultSet row) throws SQLException {
        var failure = row.getString(5);
        return new Scheduled(
                new ScheduledId(row.getLong(1)),
                new AccountId(row.getLong(2)),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                failure == null ? null : new Failure(failure, row.getString(6)),
                row.getInt(7),
                row.getInt(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }
}

package com.socialflow.social.posts;

import com.socialflow.core.PostId;
import com.socialflow.social.views.Entities;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.post_version}. */
@Component
class VersionStore {

    private final JdbcClient jdbc;

    VersionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what the post says now, before it is edited. */
    void keep(PostId post) {
        jdbc.sql("""
                INSERT INTO social.post_version (post_id, version, text, entities, warning, written_at)
                SELECT id, version, text, entities, warning, coalesce(edited_at, created_at)
                  FROM social.post WHERE id = ?
                """).param(post.value()).update();
    }

    /** Drops the oldest but so many. */
    void prune(PostId post, int kept) {
        jdbc.sql("""
                DELETE FROM social.post_version
                 WHERE post_id = ? AND version IN (
                       SELECT version FROM social.post_version WHERE post_id = ? ORDER BY version DESC OFFSET ?)
                """).param(post.value()).param(post.value()).param(kept).update();
    }

    /** What the post said before, the newest first. */
    List<VersionView> list(PostId post) {
        return jdbc.sql("""
                SELECT version, text, entities, warning, written_at FROM social.post_version
                 WHERE post_id = ?
                 ORDER BY version DESC
                """)
                .param(post.value())
                .query((row, _) -> new VersionView(
                        row.getInt(1),
                        row.getString(2),
                        new Entities(row.getString(3)),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    void delete(PostId post) {
        jdbc.sql("DELETE FROM social.post_version WHERE post_id = ?")
                .param(post.value())
                .update();
    }
}

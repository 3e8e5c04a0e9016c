package com.socialflow.social.videos;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.social.videos.KnownVideo.Seen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.video}. */
@Component
class KnownVideoStore {

    private static final String COLUMNS = "id, owner_id, title, visibility, published";

    private final JdbcClient jdbc;

    KnownVideoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<KnownVideo> find(VideoId id) {
        return find(List.of(id)).stream().findAny();
    }

    List<KnownVideo> find(Collection<VideoId> ids) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM social.video WHERE id = ANY (?::bigint[])")
                .param(ids.stream().mapToLong(VideoId::value).toArray())
                .query((row, _) -> video(row))
                .list();
    }

    /** What the video service answered, of which no event told anything: those are newer, whenever they come. */
    void putIfUnknown(KnownVideo video) {
        jdbc.sql("""
                INSERT INTO social.video (id, owner_id, title, visibility, published)
                VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO NOTHING
                """)
                .param(video.id().value())
                .param(video.owner().value())
                .param(video.title())
                .param(word(video.visibility()))
                .param(video.published())
                .update();
    }

    /** It is public, has this title, and was first published then. */
    void putPublished(VideoId id, AccountId owner, String title, long position) {
        jdbc.sql("""
                INSERT INTO social.video (id, owner_id, title, visibility, published, position)
                VALUES (?, ?, ?, 'public', true, ?)
                    ON CONFLICT (id) DO UPDATE
                   SET title = excluded.title, visibility = excluded.visibility, published = true,
                       position = excluded.position
                 WHERE social.video.visibility <> 'gone'
                """)
                .param(id.value())
                .param(owner.value())
                .param(title)
                .param(position)
                .update();
    }

    /** Nobody finds it any more; these may know of it. */
    void putWithdrawn(VideoId id, AccountId owner, Seen visibility) {
        jdbc.sql("""
                INSERT INTO social.video (id, owner_id, title, visibility, published)
                VALUES (?, ?, '', ?, false)
                    ON CONFLICT (id) DO UPDATE
                   SET visibility = excluded.visibility, published = false
                 WHERE social.video.visibility <> 'gone'
                """)
                .param(id.value())
                .param(owner.value())
                .param(word(visibility))
                .update();
    }

    /** It is deleted; false when nothing was known of it. */
    boolean putGone(VideoId id) {
        return jdbc.sql("UPDATE social.video SET visibility = 'gone', published = false, title = '' WHERE id = ?")
                        .param(id.value())
                        .update()
                > 0;
    }

    List<VideoId> gone(int limit) {
        return jdbc.sql("SELECT id FROM social.video WHERE visibility = 'gone' ORDER BY id LIMIT ?")
                .param(limit)
                .query((row, _) -> new VideoId(row.getLong(1)))
                .list();
    }

    void delete(VideoId id) {
        jdbc.sql("DELETE FROM social.video WHERE id = ?").param(id.value()).update();
    }

    private static String word(Seen visibility) {
        return visibility.name().toLowerCase(Locale.ROOT);
    }

    private static KnownVideo video(ResultSet row) throws SQLException {
        return new KnownVideo(
                new VideoId(row.getLong(1)),
                new AccountId(row.getLong(2)),
                row.getString(3),
                Seen.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getBoolean(5));
    }
}

package com.socialflow.social.comments;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.comment_settings}, {@code social.comment_default} and {@code social.watched_word}. */
@Component
class CommentSettingsStore {

    private final JdbcClient jdbc;

    CommentSettingsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the video says itself, and else what its owner says of all. */
    Optional<CommentMode> mode(VideoId video, AccountId owner) {
        return jdbc.sql("""
                SELECT coalesce((SELECT mode FROM social.comment_settings WHERE video_id = ?),
                                (SELECT mode FROM social.comment_default WHERE account_id = ?))
                """)
                .param(video.value())
                .param(owner.value())
                .query((row, _) -> Optional.ofNullable(row.getString(1)).map(CommentMode::of))
                .single();
    }

    Optional<CommentMode> defaultMode(AccountId owner) {
        return jdbc.sql("SELECT mode FROM social.comment_default WHERE account_id = ?")
                .param(owner.value())
                .query((row, _) -> CommentMode.of(row.getString(1)))
                .optional();
    }

    void put(VideoId video, CommentMode mode) {
        jdbc.sql("""
                INSERT INTO social.comment_settings (video_id, mode) VALUES (?, ?)
                    ON CONFLICT (video_id) DO UPDATE SET mode = excluded.mode
                """).param(video.value()).param(mode.word()).update();
    }

    void putDefault(AccountId owner, CommentMode mode) {
        jdbc.sql("""
                INSERT INTO social.comment_default (account_id, mode) VALUES (?, ?)
                    ON CONFLICT (account_id) DO UPDATE SET mode = excluded.mode
                """).param(owner.value()).param(mode.word()).update();
    }

    List<String> words(AccountId owner) {
        return jdbc.sql("SELECT word FROM social.watched_word WHERE account_id = ? ORDER BY word")
                .param(owner.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    int deleteWords(AccountId owner) {
        return jdbc.sql("DELETE FROM social.watched_word WHERE account_id = ?")
                .param(owner.value())
                .update();
    }

    void insertWords(AccountId owner, List<String> words) {
        jdbc.sql("""
                INSERT INTO social.watched_word (account_id, word)
                SELECT ?::bigint, word FROM unnest(?::text[]) AS word
                    ON CONFLICT DO NOTHING
                """).param(owner.value()).param(words.toArray(String[]::new)).update();
    }

    int deleteDefault(AccountId owner) {
        return jdbc.sql("DELETE FROM social.comment_default WHERE account_id = ?")
                .param(owner.value())
                .update();
    }
}

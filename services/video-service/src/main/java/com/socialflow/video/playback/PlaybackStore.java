package com.socialflow.video.playback;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PlaybackStore {

    private final JdbcClient jdbc;

    PlaybackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Binds by position: named parameters cost, and players ask often. */
    Optional<Permission> find(VideoId video) {
        return jdbc.sql("SELECT owner_id, visibility, playback_epoch FROM video.video WHERE id = ?")
                .param(video.value())
                .query((row, number) -> new Permission(new AccountId(row.getLong(1)), row.getString(2), row.getInt(3)))
                .optional();
    }

    /** Ends every token of the video. */
    void raiseEpoch(VideoId video) {
        jdbc.sql("""
                UPDATE video.video
                   SET playback_epoch = playback_epoch + 1, version = version + 1
                 WHERE id = :id
                """).param("id", video.value()).update();
    }
}

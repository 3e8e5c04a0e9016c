package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the announcement of a video must know. */
@Component
class AnnouncementStore {

    private final JdbcClient jdbc;

    AnnouncementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PostId> find(VideoId video) {
        return jdbc.sql("SELECT id FROM social.post WHERE root_video_id = ? AND kind = 'announcement'")
                .param(video.value())
                .query((row, _) -> new PostId(row.getLong(1)))
                .optional();
    }

    /** Whether what the person publishes is for followers. Of whom nothing is known yet, it may be so. */
    boolean isPrivate(AccountId account) {
        return jdbc.sql("SELECT private_account FROM social.person WHERE account_id = ?")
                .param(account.value())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }
}

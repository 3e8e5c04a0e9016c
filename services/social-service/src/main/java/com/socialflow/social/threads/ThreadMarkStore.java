package com.socialflow.social.threads;

import com.socialflow.core.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What whoever began a thread notes on rows of {@code social.post}. Noting what is noted changes nothing. */
@Component
class ThreadMarkStore {

    private final JdbcClient jdbc;

    ThreadMarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lock(PostId post, boolean locked) {
        jdbc.sql("UPDATE social.post SET locked = ?, version = version + 1 WHERE id = ? AND locked <> ?")
                .param(locked)
                .param(post.value())
                .param(locked)
                .update();
    }

    void hideBranch(PostId post, boolean hidden) {
        jdbc.sql("UPDATE social.post SET branch_hidden = ?, version = version + 1 WHERE id = ? AND branch_hidden <> ?")
                .param(hidden)
                .param(post.value())
                .param(hidden)
                .update();
    }
}

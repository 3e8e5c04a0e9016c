package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.muted_thread}. */
@Component
class MutedThreadStore {

    private final JdbcClient jdbc;

    MutedThreadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first post of the post's thread, or the video that it comments on. */
    Optional<Long> root(PostId post) {
        return jdbc.sql("SELECT root_id FROM social.post WHERE id = ?")
                .param(post.value())
                .query(Long.class)
                .optional();
    }

    int count(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM social.muted_thread WHERE account_id = ?")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    void insert(AccountId account, long root) {
        jdbc.sql("INSERT INTO social.muted_thread (account_id, root_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .param(account.value())
                .param(root)
                .update();
    }

    void delete(AccountId account, long root) {
        jdbc.sql("DELETE FROM social.muted_thread WHERE account_id = ? AND root_id = ?")
                .param(account.value())
                .param(root)
                .update();
    }
}

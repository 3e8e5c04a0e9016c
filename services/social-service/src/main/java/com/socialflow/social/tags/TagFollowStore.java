package com.socialflow.social.tags;

import com.socialflow.core.AccountId;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.tag_follow}. */
@Component
class TagFollowStore {

    /** A followed hashtag in the list of them. */
    record Row(long position, String tag) {}

    private final JdbcClient jdbc;

    TagFollowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AccountId account, Tag tag, long position) {
        jdbc.sql("""
                INSERT INTO social.tag_follow (account_id, tag, position) VALUES (:account, :tag, :position)
                    ON CONFLICT (account_id, tag) DO NOTHING
                """)
                .param("account", account.value())
                .param("tag", tag.value())
                .param("position", position)
                .update();
    }

    void delete(AccountId account, Tag tag) {
        jdbc.sql("DELETE FROM social.tag_follow WHERE account_id = :account AND tag = :tag")
                .param("account", account.value())
                .param("tag", tag.value())
                .update();
    }

    int deleteAll(AccountId account) {
        return jdbc.sql("DELETE FROM social.tag_follow WHERE account_id = :account")
                .param("account", account.value())
                .update();
    }

    Set<String> all(AccountId account) {
        return jdbc.sql("SELECT tag FROM social.tag_follow WHERE account_id = ?")
                .param(account.value())
                .query((row, _) -> row.getString(1))
                .set();
    }

    /** The newest first. */
    List<Row> page(AccountId account, long before, int limit) {
        return jdbc.sql("""
                SELECT position, tag FROM social.tag_follow
                 WHERE account_id = :account AND position < :before
                 ORDER BY position DESC
                 LIMIT :limit
                """)
                .param("account", account.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> new Row(row.getLong(1), row.getString(2)))
                .list();
    }
}

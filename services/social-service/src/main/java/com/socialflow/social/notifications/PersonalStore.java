package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that is kept of one person. */
@Component
class PersonalStore {

    private final JdbcClient jdbc;

    PersonalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Long> mutedThreads(AccountId account) {
        return jdbc.sql("SELECT root_id FROM social.muted_thread WHERE account_id = ? ORDER BY root_id")
                .param(account.value())
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** Deletes some, and gives how many. */
    int erase(AccountId account, int limit) {
        return some(
                        "DELETE FROM social.notification WHERE id IN ("
                                + "SELECT id FROM social.notification WHERE account_id = ? LIMIT ?)",
                        account,
                        limit)
                + some(
                        "DELETE FROM social.muted_thread WHERE (account_id, root_id) IN ("
                                + "SELECT account_id, root_id FROM social.muted_thread WHERE account_id = ? LIMIT ?)",
                        account,
                        limit)
                + some(
                        "DELETE FROM social.notification_fanout WHERE (post_id, kind) IN ("
                                + "SELECT post_id, kind FROM social.notification_fanout WHERE author_id = ? LIMIT ?)",
                        account,
                        limit)
                + one("DELETE FROM social.notification_marker WHERE account_id = ?", account)
                + one("DELETE FROM social.notification_settings WHERE account_id = ?", account);
    }

    private int some(String sql, AccountId account, int limit) {
        return jdbc.sql(sql).param(account.value()).param(limit).update();
    }

    private int one(String sql, AccountId account) {
        return jdbc.sql(sql).param(account.value()).update();
    }
}

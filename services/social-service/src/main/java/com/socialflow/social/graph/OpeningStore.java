package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.opening}. */
@Component
class OpeningStore {

    private final JdbcClient jdbc;

    OpeningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AccountId account) {
        jdbc.sql("INSERT INTO social.opening (account_id) VALUES (:account) ON CONFLICT (account_id) DO NOTHING")
                .param("account", account.value())
                .update();
    }

    List<AccountId> some(int limit) {
        return jdbc.sql("SELECT account_id FROM social.opening ORDER BY account_id LIMIT :limit")
                .param("limit", limit)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .list();
    }

    /** Whether there was one. */
    boolean delete(AccountId account) {
        return jdbc.sql("DELETE FROM social.opening WHERE account_id = :account")
                        .param("account", account.value())
                        .update()
                == 1;
    }
}

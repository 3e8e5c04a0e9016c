package com.socialflow.social.personal;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.erasure}. */
@Component
class ErasureStore {

    private final JdbcClient jdbc;

    ErasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AccountId account, Instant now) {
        jdbc.sql("""
                INSERT INTO social.erasure (account_id, requested_at, next_at) VALUES (:account, :now, :now)
                    ON CONFLICT (account_id) DO UPDATE SET next_at = excluded.next_at
                """)
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes what is due; whoever dies with it leaves it to others after the given moment. */
    List<AccountId> take(Instant now, Instant again, int limit) {
        return jdbc.sql("""
                UPDATE social.erasure
                   SET next_at = :again
                 WHERE account_id IN (SELECT account_id FROM social.erasure
                                       WHERE next_at <= :now
                                       ORDER BY next_at
                                       LIMIT :limit
                                         FOR UPDATE SKIP LOCKED)
                RETURNING account_id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("again", again.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .list();
    }

    /** Whoever works on it goes on. */
    void postpone(AccountId account, Instant again) {
        jdbc.sql("UPDATE social.erasure SET next_at = :again WHERE account_id = :account")
                .param("again", again.atOffset(ZoneOffset.UTC))
                .param("account", account.value())
                .update();
    }

    void delete(AccountId account) {
        jdbc.sql("DELETE FROM social.erasure WHERE account_id = :account")
                .param("account", account.value())
                .update();
    }
}

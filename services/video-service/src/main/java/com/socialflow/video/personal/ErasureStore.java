package com.socialflow.video.personal;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code video.erasure}. */
@Component
class ErasureStore {

    private final JdbcClient jdbc;

    ErasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AccountId owner, Instant now) {
        jdbc.sql("""
                INSERT INTO video.erasure (owner_id, requested_at, next_at) VALUES (:owner, :now, :now)
                    ON CONFLICT (owner_id) DO UPDATE SET next_at = excluded.next_at
                """)
                .param("owner", owner.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes what is due; whoever dies with it leaves it to others after the given moment. */
    List<AccountId> take(Instant now, Instant again, int limit) {
        return jdbc.sql("""
                UPDATE video.erasure
                   SET next_at = :again
                 WHERE owner_id IN (SELECT owner_id FROM video.erasure
                                     WHERE next_at <= :now
                                     ORDER BY next_at
                                     LIMIT :limit
                                       FOR UPDATE SKIP LOCKED)
                RETURNING owner_id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("again", again.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new AccountId(row.getLong(1)))
                .list();
    }

    void delete(AccountId owner) {
        jdbc.sql("DELETE FROM video.erasure WHERE owner_id = :owner")
                .param("owner", owner.value())
                .update();
    }
}

package com.socialflow.social.digest;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When whose letter is due: columns of {@code social.notification_settings}. */
@Component
class DigestStore {

    /**
     * A letter that is due.
     *
     * @param id the same until the letter is accepted
     * @param period from one to the next
     */
    record Due(AccountId account, long id, Duration period) {}

    private final JdbcClient jdbc;
    private final Ids ids;

    DigestStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Takes one whose time has come, so that no other process does until then. */
    List<Due> take(Instant now, Instant until) {
        return jdbc.sql("""
                UPDATE social.notification_settings
                   SET digest_at = :until, digest_id = coalesce(digest_id, :id)
                 WHERE account_id IN (SELECT account_id FROM social.notification_settings
                                       WHERE digest_at <= :now AND digest <> 'off'
                                       ORDER BY digest_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING account_id, digest_id, digest
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("id", ids.next())
                .query((row, _) -> new Due(
                        new AccountId(row.getLong(1)),
                        row.getLong(2),
                        Duration.ofDays(row.getString(3).equals("daily") ? 1 : 7)))
                .list();
    }

    void done(AccountId account, Instant next) {
        jdbc.sql("""
                UPDATE social.notification_settings SET digest_at = ?, digest_id = NULL
                 WHERE account_id = ? AND digest <> 'off'
                """)
                .param(next.atOffset(ZoneOffset.UTC))
                .param(account.value())
                .update();
    }

    /** No more letters. */
    void end(AccountId account) {
        jdbc.sql("""
                UPDATE social.notification_settings SET digest = 'off', digest_at = NULL, digest_id = NULL
                 WHERE account_id = ?
                """).param(account.value()).update();
    }
}

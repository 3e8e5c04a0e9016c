package com.socialflow.user.registration;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who waits for approval, as the database keeps it. */
@Component
class ApprovalStore {

    private final JdbcClient jdbc;

    ApprovalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AccountId account, String reason, Instant now) {
        jdbc.sql("""
                INSERT INTO "user".approval (account_id, reason, created_at) VALUES (:account, :reason, :now)
                """)
                .param("account", account.value())
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(AccountId account) {
        jdbc.sql("""
                DELETE FROM "user".approval WHERE account_id = :account
                """).param("account", account.value()).update();
    }

    /** Who has waited for longest, after the cursor; one more than the limit when there are more. */
    List<Approval> page(Cursor after, int limit) {
        return jdbc.sql("""
                SELECT p.account_id, a.username, p.reason, p.created_at
                  FROM "user".approval p
                  JOIN "user".account a ON a.id = p.account_id
                 WHERE p.account_id > :after
                 ORDER BY p.account_id
                 LIMIT :limit
                """)
                .param("after", after.positionOr(Long.MIN_VALUE))
                .param("limit", limit + 1)
                .query(ApprovalStore::approval)
                .list();
    }

    private static Approval approval(ResultSet row, int number) throws SQLException {
        return new Approval(
                new AccountId(row.getLong("account_id")),
                row.getString("username"),
                row.getString("reason"),
                row.getTimestamp("created_at").toInstant());
    }
}

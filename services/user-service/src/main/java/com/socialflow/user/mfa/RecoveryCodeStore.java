package com.socialflow.user.mfa;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recovery codes as the database keeps them: as keyed hashes, and those that are used not at all. */
@Component
class RecoveryCodeStore {

    private final JdbcClient jdbc;

    RecoveryCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** These codes in place of all that there were. */
    void replace(AccountId account, List<byte[]> hashes, Instant now) {
        delete(account);
        hashes.forEach(hash -> jdbc.sql("""
                        INSERT INTO "user".recovery_code (account_id, hash, created_at)
                        VALUES (:account, :hash, :now)
                        """)
                .param("account", account.value())
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update());
    }

    /** Uses up a code; false when there is none such. */
    boolean use(AccountId account, byte[] hash) {
        return jdbc.sql("""
                        DELETE FROM "user".recovery_code WHERE account_id = :account AND hash = :hash
                        """)
                        .param("account", account.value())
                        .param("hash", hash)
                        .update()
                == 1;
    }

    int left(AccountId account) {
        return jdbc.sql("""
                SELECT count(*) FROM "user".recovery_code WHERE account_id = :account
                """)
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    void delete(AccountId account) {
        jdbc.sql("""
                DELETE FROM "user".recovery_code WHERE account_id = :account
                """).param("account", account.value()).update();
    }
}

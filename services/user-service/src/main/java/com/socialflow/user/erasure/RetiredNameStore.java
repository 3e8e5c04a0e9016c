package com.socialflow.user.erasure;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hashes of names that nobody gets for a while. */
@Component
class RetiredNameStore {

    private final JdbcClient jdbc;

    RetiredNameStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(byte[] hash, Instant until) {
        jdbc.sql("""
                INSERT INTO "user".retired_name (name_hash, until) VALUES (:hash, :until)
                    ON CONFLICT (name_hash) DO UPDATE SET until = excluded.until
                """)
                .param("hash", hash)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Names that the account had before, and which lead to it still. */
    List<String> former(AccountId account) {
        return jdbc.sql("""
                SELECT username FROM "user".former_username WHERE account_id = :account
                """)
                .param("account", account.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    boolean has(byte[] hash, Instant now) {
        return jdbc.sql("""
                SELECT count(*) FROM "user".retired_name WHERE name_hash = :hash AND until > :now
                """)
                        .param("hash", hash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void forgetBefore(Instant time) {
        jdbc.sql("""
                DELETE FROM "user".retired_name WHERE until <= :time
                """).param("time", time.atOffset(ZoneOffset.UTC)).update();
    }
}

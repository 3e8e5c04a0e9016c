package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether somebody has a password. */
@Component
class PasswordWayStore {

    private final JdbcClient jdbc;

    PasswordWayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean hasPassword(AccountId account) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM "user".password WHERE account_id = :account)
                """)
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }
}

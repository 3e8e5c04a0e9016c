package com.socialflow.social.messages;

import com.socialflow.core.AccountId;
import com.socialflow.social.messages.MessageSetting.OpenTo;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.message_setting}. */
@Component
class SettingStore {

    private final JdbcClient jdbc;

    SettingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each of them: what they said, or the default. */
    Map<AccountId, MessageSetting> of(Collection<AccountId> accounts) {
        var found = new HashMap<AccountId, MessageSetting>();
        accounts.forEach(account -> found.put(account, MessageSetting.DEFAULT));
        jdbc.sql("""
                SELECT account_id, open_to, read_receipts
                  FROM social.message_setting WHERE account_id = ANY (?::bigint[])
                """)
                .param(accounts.stream().mapToLong(AccountId::value).toArray())
                .query(row -> {
                    var from = OpenTo.valueOf(row.getString(2).toUpperCase(Locale.ROOT));
                    found.put(new AccountId(row.getLong(1)), new MessageSetting(from, row.getBoolean(3)));
                });
        return found;
    }

    void put(AccountId account, MessageSetting setting) {
        jdbc.sql("""
                INSERT INTO social.message_setting (account_id, open_to, read_receipts)
                VALUES (:account, :from, :receipts)
                    ON CONFLICT (account_id) DO UPDATE
                   SET open_to = excluded.open_to, read_receipts = excluded.read_receipts
                """)
                .param("account", account.value())
                .param("from", setting.from().word())
                .param("receipts", setting.readReceipts())
                .update();
    }

    int delete(AccountId account) {
        return jdbc.sql("DELETE FROM social.message_setting WHERE account_id = :account")
                .param("account", account.value())
                .update();
    }
}

package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.social.notifications.NotificationSettings.Digest;
import com.socialflow.social.notifications.NotificationSettings.Policy;
import com.socialflow.social.notifications.NotificationSettings.Ways;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code social.notification_settings}. */
@Component
class SettingsStore {

    private static final TypeReference<Map<String, Ways>> KINDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    SettingsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of those who changed something. */
    Map<AccountId, NotificationSettings> of(Collection<AccountId> accounts) {
        var found = new HashMap<AccountId, NotificationSettings>();
        jdbc.sql("""
                SELECT account_id, strangers, new_accounts, not_following, kinds, digest
                  FROM social.notification_settings
                 WHERE account_id = ANY (?::bigint[])
                """)
                .param(accounts.stream().mapToLong(AccountId::value).toArray())
                .query(row -> {
                    found.put(new AccountId(row.getLong(1)), settings(row));
                });
        return found;
    }

    /** When the digest's period is another, the first letter comes after the new one. */
    void put(AccountId account, NotificationSettings settings, Instant now) {
        var kinds = new HashMap<String, Ways>();
        settings.kinds().forEach((kind, ways) -> kinds.put(kind.word(), ways));
        jdbc.sql("""
                INSERT INTO social.notification_settings AS old
                       (account_id, strangers, new_accounts, not_following, kinds, digest, digest_at)
                VALUES (:account, :strangers, :new, :following, :kinds::jsonb, :digest, :due)
                    ON CONFLICT (account_id) DO UPDATE
                   SET strangers = excluded.strangers, new_accounts = excluded.new_accounts,
                       not_following = excluded.not_following, kinds = excluded.kinds,
                       digest_at = CASE WHEN old.digest = excluded.digest THEN old.digest_at
                                        ELSE excluded.digest_at END,
                       digest = excluded.digest
                """)
                .param("account", account.value())
                .param("strangers", settings.policy().strangers().word())
                .param("new", settings.policy().newAccounts().word())
                .param("following", settings.policy().notFollowing().word())
                .param("kinds", json.writeValueAsString(kinds))
                .param("digest", settings.digest().word())
                .param(
                        "due",
                        settings.digest() == Digest.OFF
                                ? null
                                : now.plus(settings.digest().period()).atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private NotificationSettings settings(ResultSet row) throws SQLException {
        var kinds = new EnumMap<Kind, Ways>(Kind.class);
        json.readValue(row.getString(5), KINDS)
                .forEach((word, ways) -> Kind.of(word).ifPresent(kind -> kinds.put(kind, ways)));
        return new NotificationSettings(
                new Policy(
                        Answer.of(row.getString(2)).orElseThrow(),
                        Answer.of(row.getString(3)).orElseThrow(),
                        Answer.of(row.getString(4)).orElseThrow()),
                kinds,
                Digest.of(row.getString(6)).orElseThrow());
    }
}

package com.socialflow.user.vault;

import com.socialflow.core.AccountId;
import com.socialflow.platform.secrets.WrappedKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People's keys as the database keeps them: wrapped. */
@Component
class PersonKeyStore {

    /** What there is of a person's key. */
    sealed interface Found {
        record Key(AccountId account, WrappedKey wrapped) implements Found {}

        record Destroyed() implements Found {}

        record Nothing() implements Found {}
    }

    /** How many keys a key that nobody named has wrapped. */
    record Unknown(String wrappedBy, long count) {}

    private final JdbcClient jdbc;

    PersonKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Found find(AccountId account) {
        return jdbc.sql("""
                SELECT account_id, wrapped_by, wrapped FROM "user".person_key WHERE account_id = :account
                """)
                .param("account", account.value())
                .query(PersonKeyStore::found)
                .optional()
                .orElseGet(Found.Nothing::new);
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        var wrapped = row.getBytes("wrapped");
        return wrapped == null
                ? new Found.Destroyed()
                : new Found.Key(
                        new AccountId(row.getLong("account_id")), new WrappedKey(row.getString("wrapped_by"), wrapped));
    }

    /** Keeps a new key; false when the person has one already, or had one. */
    boolean insert(AccountId account, WrappedKey key, Instant now) {
        return jdbc.sql("""
                        INSERT INTO "user".person_key (account_id, wrapped_by, wrapped, created_at)
                        VALUES (:account, :by, :wrapped, :now)
                        ON CONFLICT (account_id) DO NOTHING
                        """)
                        .param("account", account.value())
                        .param("by", key.by())
                        .param("wrapped", key.bytes())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Forgets the key and remembers that there is to be none. */
    void destroy(AccountId account, Instant now) {
        jdbc.sql("""
                INSERT INTO "user".person_key (account_id, created_at, destroyed_at)
                VALUES (:account, :now, :now)
                ON CONFLICT (account_id) DO UPDATE
                   SET wrapped_by = NULL, wrapped = NULL, destroyed_at = excluded.destroyed_at
                """)
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keys that these have wrapped, of the accounts after that one. */
    List<Found.Key> wrappedBy(Collection<String> others, long after, int limit) {
        return jdbc.sql("""
                SELECT account_id, wrapped_by, wrapped
                  FROM "user".person_key
                 WHERE wrapped_by = ANY (:others) AND account_id > :after
                 ORDER BY account_id
                 LIMIT :limit
                """)
                .param("others", others.toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> (Found.Key) found(row, number))
                .list();
    }

    /** The same key otherwise wrapped; nothing when it was destroyed or wrapped anew meanwhile. */
    boolean replace(Found.Key before, WrappedKey after) {
        return jdbc.sql("""
                        UPDATE "user".person_key
                           SET wrapped_by = :by, wrapped = :wrapped
                         WHERE account_id = :account AND wrapped_by = :before
                        """)
                        .param("account", before.account().value())
                        .param("before", before.wrapped().by())
                        .param("by", after.by())
                        .param("wrapped", after.bytes())
                        .update()
                == 1;
    }

    List<Unknown> unknown(Collection<String> known) {
        return jdbc.sql("""
                SELECT wrapped_by, count(*) AS keys
                  FROM "user".person_key
                 WHERE wrapped_by <> ALL (:known)
                 GROUP BY wrapped_by
                """)
                .param("known", known.toArray(String[]::new))
                .query((row, _) -> new Unknown(row.getString("wrapped_by"), row.getLong("keys")))
                .list();
    }
}

package com.socialflow.social.words;

import com.socialflow.core.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.hidden_word}. */
@Component
class HiddenWordStore {

    private final JdbcClient jdbc;

    HiddenWordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False, and nothing, when the person hides the same already. */
    boolean insert(AccountId account, HiddenWord word) {
        var expires = word.expiresAt();
        return jdbc.sql("""
                        INSERT INTO social.hidden_word (id, account_id, text, folded, whole_word, action, expires_at)
                        VALUES (:id, :account, :text, :folded, :whole, :action, :expires)
                            ON CONFLICT (account_id, folded) DO NOTHING
                        """)
                        .param("id", word.id().value())
                        .param("account", account.value())
                        .param("text", word.text())
                        .param("folded", word.folded())
                        .param("whole", word.wholeWord())
                        .param("action", word.action().name().toLowerCase(Locale.ROOT))
                        .param(
                                "expires",
                                expires == null ? null : expires.atOffset(ZoneOffset.UTC),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    /** All that count now, the newest first; there are few. */
    List<HiddenWord> of(AccountId account, Instant now) {
        return jdbc.sql("""
                SELECT id, text, folded, whole_word, action, expires_at FROM social.hidden_word
                 WHERE account_id = ? AND (expires_at IS NULL OR expires_at > ?)
                 ORDER BY id DESC
                """)
                .param(account.value())
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> word(row))
                .list();
    }

    /** Whether the person had it. */
    boolean delete(AccountId account, HiddenWordId id) {
        return jdbc.sql("DELETE FROM social.hidden_word WHERE id = :id AND account_id = :account")
                        .param("id", id.value())
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /** Those whose time is over. */
    void deleteExpired(AccountId account, Instant now) {
        jdbc.sql("DELETE FROM social.hidden_word WHERE account_id = :account AND expires_at <= :now")
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All of a person, and gives how many. */
    int deleteAll(AccountId account) {
        return jdbc.sql("DELETE FROM social.hidden_word WHERE account_id = :account")
                .param("account", account.value())
                .update();
    }

    private static HiddenWord word(ResultSet row) throws SQLException {
        var expires = row.getObject(6, OffsetDateTime.class);
        return new HiddenWord(
                new HiddenWordId(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                WordAction.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                expires == null ? null : expires.toInstant());
    }
}

package com.socialflow.user.consents;

import com.socialflow.core.AccountId;
import com.socialflow.user.consents.Consent.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions as the database keeps them: rows are only added. */
@Component
class ConsentStore {

    private final JdbcClient jdbc;

    ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What decides what somebody may decide. */
    record Decider(LocalDate birthDate, String locale) {}

    /** The person, whose decisions no other transaction adds to until this one ends. */
    Optional<Decider> lock(AccountId account) {
        return jdbc.sql("""
                SELECT birth_date, locale FROM "user".account WHERE id = :account FOR UPDATE
                """)
                .param("account", account.value())
                .query((row, _) -> new Decider(row.getObject("birth_date", LocalDate.class), row.getString("locale")))
                .optional();
    }

    void insert(long id, AccountId account, Policy about, boolean granted, Source source, Instant now) {
        jdbc.sql("""
                INSERT INTO "user".consent
                       (id, account_id, purpose, granted, version, language, text_hash, source, at)
                VALUES (:id, :account, :purpose, :granted, :version, :language, :hash, :source, :now)
                """)
                .param("id", id)
                .param("account", account.value())
                .param("purpose", about.purpose().text())
                .param("granted", granted)
                .param("version", about.version())
                .param("language", about.language())
                .param("hash", about.hash())
                .param("source", source.text())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest of every purpose that something was decided about. */
    List<Consent> current(AccountId account) {
        return jdbc.sql("""
                SELECT DISTINCT ON (purpose) purpose, granted, version, source, at
                  FROM "user".consent
                 WHERE account_id = :account
                 ORDER BY purpose, id DESC
                """)
                .param("account", account.value())
                .query((row, _) -> new Consent(
                        Purpose.find(row.getString("purpose")).orElseThrow(),
                        row.getBoolean("granted"),
                        row.getString("version"),
                        Source.of(row.getString("source")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Whether a browser has spoken for this person about it. */
    boolean signalled(AccountId account, Purpose purpose) {
        return jdbc.sql("""
                SELECT count(*) FROM "user".consent
                 WHERE account_id = :account AND purpose = :purpose AND source = 'gpc'
                """)
                        .param("account", account.value())
                        .param("purpose", purpose.text())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}

package com.socialflow.social.messages;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.message_report}. */
@Component
class ReportStore {

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds it, unless the person reported this message before. */
    void insert(Report report) {
        jdbc.sql("""
                INSERT INTO social.message_report
                       (id, message_id, reporter_id, author_id, text, reason, comment, reported_at)
                VALUES (:id, :message, :reporter, :author, :text, :reason, :comment, :at)
                    ON CONFLICT (message_id, reporter_id) DO NOTHING
                """)
                .param("id", report.id().value())
                .param("message", report.message().value())
                .param("reporter", report.reporter().value())
                .param("author", report.author().value())
                .param("text", report.text())
                .param("reason", report.reason().word())
                .param("comment", report.comment())
                .param("at", time(report.reportedAt()))
                .update();
    }

    /** Open ones, the newest first. */
    List<Report> open(long before, int limit) {
        return jdbc.sql("""
                SELECT id, message_id, reporter_id, author_id, text, reason, comment, reported_at, resolution
                  FROM social.message_report
                 WHERE resolution IS NULL AND id < :before
                 ORDER BY id DESC
                 LIMIT :limit
                """)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> new Report(
                        new ReportId(row.getLong(1)),
                        new MessageId(row.getLong(2)),
                        new AccountId(row.getLong(3)),
                        new AccountId(row.getLong(4)),
                        row.getString(5),
                        Report.Reason.of(row.getString(6)),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class).toInstant(),
                        row.getString(9)))
                .list();
    }

    /** Closes it; false when there is none. What was reported is not kept longer than somebody looks at it. */
    boolean resolve(ReportId id, String resolution) {
        return jdbc.sql("UPDATE social.message_report SET resolution = :resolution, text = '' WHERE id = :id")
                        .param("id", id.value())
                        .param("resolution", resolution)
                        .update()
                > 0;
    }

    /** Forgets what a person reported or was reported for. */
    int forget(AccountId account) {
        return jdbc.sql("DELETE FROM social.message_report WHERE reporter_id = :account OR author_id = :account")
                .param("account", account.value())
                .update();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

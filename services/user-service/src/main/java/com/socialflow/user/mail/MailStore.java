package com.socialflow.user.mail;

import com.socialflow.core.Cursor;
import com.socialflow.user.mail.Message.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Messages as the database keeps them: sealed. */
@Component
class MailStore {

    private record Envelope(
            String to, String subject, @Nullable String unsubscribe) {}

    private record Body(String text, String html) {}

    /** What cannot be opened: the installation's secret is another now. */
    private static final Envelope UNREADABLE = new Envelope("unreadable@localhost", "", null);

    private final JdbcClient jdbc;
    private final MailSeal seal;
    private final MailMarks marks;
    private final JsonMapper json = new JsonMapper();

    MailStore(JdbcClient jdbc, MailSeal seal, MailMarks marks) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.marks = marks;
    }

    void insert(Message message, Words words) {
        var envelope = json.writeValueAsBytes(new Envelope(message.to(), message.subject(), message.unsubscribe()));
        var body = json.writeValueAsBytes(new Body(words.text(), words.html()));
        jdbc.sql("""
                INSERT INTO "user".mail (id, kind, state, envelope, body, address_mark, next_at, created_at)
                VALUES (:id, :kind, :state, :envelope, :body, :mark, :now, :now)
                """)
                .param("id", message.id())
                .param("kind", message.kind())
                .param("state", message.state().text())
                .param("envelope", seal.close(envelope, "envelope", message.id()))
                .param("body", seal.close(body, "body", message.id()))
                .param("mark", marks.of(message.to()))
                .param("now", message.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes messages whose turn it is, so that no other process does until then. */
    List<Message> take(Instant now, Instant until, int limit) {
        return jdbc.sql("""
                UPDATE "user".mail
                   SET next_at = :until, attempts = attempts + 1
                 WHERE id IN (SELECT id FROM "user".mail
                               WHERE state = 'queued' AND next_at <= :now
                               ORDER BY next_at
                               LIMIT :limit
                                 FOR UPDATE SKIP LOCKED)
                RETURNING id, kind, state, envelope, body, attempts, created_at
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(this::message)
                .list();
    }

    /** It stays, to be tried again. */
    void postpone(long id, Instant until, String failure) {
        jdbc.sql("""
                UPDATE "user".mail SET next_at = :until, failure = :failure WHERE id = :id AND state = 'queued'
                """)
                .param("id", id)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("failure", failure)
                .update();
    }

    /** It was sent or given up: what it said is gone. */
    void end(long id, State state, String failure) {
        jdbc.sql("""
                UPDATE "user".mail SET state = :state, failure = :failure, body = NULL WHERE id = :id
                """)
                .param("id", id)
                .param("state", state.text())
                .param("failure", failure)
                .update();
    }

    /** Deletes what goes or went to an address. */
    void forgetTo(String address) {
        jdbc.sql("""
                DELETE FROM "user".mail WHERE address_mark = :mark
                """).param("mark", marks.of(address)).update();
    }

    /** Deletes what is older, whatever became of it. */
    void forget(Instant before) {
        jdbc.sql("""
                DELETE FROM "user".mail WHERE created_at < :before
                """).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    /** The newest messages after the cursor; one more than the limit when there are more. */
    List<Message> page(Cursor after, int limit) {
        return jdbc.sql("""
                SELECT id, kind, state, envelope, body, attempts, created_at
                  FROM "user".mail
                 WHERE id < :after
                 ORDER BY id DESC
                 LIMIT :limit
                """)
                .param("after", after.positionOr(Long.MAX_VALUE))
                .param("limit", limit + 1)
                .query(this::message)
                .list();
    }

    private Message message(ResultSet row, int number) throws SQLException {
        var id = row.getLong("id");
        var envelope = seal.open(row.getBytes("envelope"), "envelope", id)
                .map(open -> json.readValue(open, Envelope.class))
                .orElse(UNREADABLE);
        var sealed = row.getBytes("body");
        var body = sealed == null
                ? null
                : seal.open(sealed, "body", id)
                        .map(open -> json.readValue(open, Body.class))
                        .orElse(null);
        return new Message(
                id,
                envelope.to(),
                row.getString("kind"),
                envelope.subject(),
                body == null ? null : body.text(),
                body == null ? null : body.html(),
                envelope.unsubscribe(),
                State.of(row.getString("state")),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant());
    }
}

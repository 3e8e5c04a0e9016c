package com.socialflow.social.messages;

import com.socialflow.core.AccountId;
import com.socialflow.social.messages.Participant.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.conversation} and {@code social.participant}. */
@Component
class ConversationStore {

    private static final String COLUMNS =
            "conversation_id, account_id, direct, state, latest, read_up_to, cleared_up_to";

    private final JdbcClient jdbc;

    ConversationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The conversation of the two, which nobody else changes until this transaction ends; made when there is none. */
    ConversationId between(AccountId one, AccountId other, ConversationId fresh) {
        var first = Math.min(one.value(), other.value());
        var second = Math.max(one.value(), other.value());
        jdbc.sql("""
                INSERT INTO social.conversation (id, first_id, second_id) VALUES (:id, :first, :second)
                    ON CONFLICT (first_id, second_id) DO NOTHING
                """)
                .param("id", fresh.value())
                .param("first", first)
                .param("second", second)
                .update();
        return jdbc.sql("SELECT id FROM social.conversation WHERE first_id = :first AND second_id = :second FOR UPDATE")
                .param("first", first)
                .param("second", second)
                .query((row, _) -> new ConversationId(row.getLong(1)))
                .single();
    }

    /** The conversation of the two, if they have one. */
    Optional<ConversationId> find(AccountId one, AccountId other) {
        return jdbc.sql("SELECT id FROM social.conversation WHERE first_id = :first AND second_id = :second")
                .param("first", Math.min(one.value(), other.value()))
                .param("second", Math.max(one.value(), other.value()))
                .query((row, _) -> new ConversationId(row.getLong(1)))
                .optional();
    }

    void insertGroup(ConversationId id) {
        jdbc.sql("INSERT INTO social.conversation (id) VALUES (:id)")
                .param("id", id.value())
                .update();
    }

    /** Holds the conversation until this transaction ends; false when there is none. */
    boolean lock(ConversationId id) {
        return jdbc.sql("SELECT id FROM social.conversation WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Adds somebody, unless that is so already. */
    void insert(ConversationId id, AccountId account, boolean direct, State state) {
        jdbc.sql("""
                INSERT INTO social.participant (conversation_id, account_id, direct, state, latest)
                VALUES (:id, :account, :direct, :state, :id)
                    ON CONFLICT (conversation_id, account_id) DO NOTHING
                """)
                .param("id", id.value())
                .param("account", account.value())
                .param("direct", direct)
                .param("state", state.word())
                .update();
    }

    List<Participant> participants(Collection<ConversationId> ids) {
        return jdbc.sql("SELECT " + COLUMNS + """
                  FROM social.participant WHERE conversation_id = ANY (?::bigint[])
                 ORDER BY conversation_id, account_id
                """)
                .param(ids.stream().mapToLong(ConversationId::value).toArray())
                .query((row, _) -> participant(row))
                .list();
    }

    Optional<Participant> participant(ConversationId id, AccountId account) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM social.participant WHERE conversation_id = ? AND account_id = ?")
                .param(id.value())
                .param(account.value())
                .query((row, _) -> participant(row))
                .optional();
    }

    /** Conversations of a person in that state that have something to show, those with the newest messages first. */
    List<Participant> page(AccountId account, State state, long before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                  FROM social.participant
                 WHERE account_id = ? AND state = ? AND latest < ?
                   AND latest > cleared_up_to AND latest > conversation_id
                 ORDER BY latest DESC
                 LIMIT ?
                """)
                .param(account.value())
                .param(state.word())
                .param(before)
                .param(limit)
                .query((row, _) -> participant(row))
                .list();
    }

    void setState(ConversationId id, AccountId account, State state) {
        jdbc.sql("""
                UPDATE social.participant SET state = :state
                 WHERE conversation_id = :id AND account_id = :account
                """)
                .param("id", id.value())
                .param("account", account.value())
                .param("state", state.word())
                .update();
    }

    /** A new message: first in the list of those whom it reaches, and read by its author. */
    void arrived(MessageId message, ConversationId id, AccountId author) {
        jdbc.sql("""
                UPDATE social.participant
                   SET latest = :message,
                       read_up_to = CASE WHEN account_id = :author THEN :message ELSE read_up_to END
                 WHERE conversation_id = :id AND state IN ('member', 'requested')
                """)
                .param("message", message.value())
                .param("id", id.value())
                .param("author", author.value())
                .update();
    }

    void read(ConversationId id, AccountId account, long upTo) {
        jdbc.sql("""
                UPDATE social.participant SET read_up_to = :upTo
                 WHERE conversation_id = :id AND account_id = :account AND read_up_to < :upTo
                """)
                .param("id", id.value())
                .param("account", account.value())
                .param("upTo", upTo)
                .update();
    }

    void clear(ConversationId id, AccountId account) {
        jdbc.sql("""
                UPDATE social.participant SET cleared_up_to = latest, read_up_to = latest
                 WHERE conversation_id = :id AND account_id = :account
                """).param("id", id.value()).param("account", account.value()).update();
    }

    /** Conversations with something that the person has not read, counted up to a limit. */
    int unread(AccountId account, int limit) {
        return jdbc.sql("""
                SELECT count(*)
                  FROM (SELECT 1 FROM social.participant
                         WHERE account_id = :account AND state = 'member' AND latest > read_up_to
                           AND latest > conversation_id
                         LIMIT :limit) AS unread
                """)
                .param("account", account.value())
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** Takes the person out of conversations, at most so many; those of two belong to the other alone then. */
    int deleteParticipations(AccountId account, int limit) {
        var some = jdbc.sql("""
                DELETE FROM social.participant
                 WHERE account_id = :account
                   AND conversation_id IN (SELECT conversation_id FROM social.participant
                                            WHERE account_id = :account LIMIT :limit)
                RETURNING conversation_id
                """)
                .param("account", account.value())
                .param("limit", limit)
                .query(Long.class)
                .list();
        jdbc.sql("UPDATE social.conversation SET first_id = NULL, second_id = NULL WHERE id = ANY (:some)")
                .param("some", some.toArray(Long[]::new))
                .update();
        return some.size();
    }

    private static Participant participant(ResultSet row) throws SQLException {
        return new Participant(
                new ConversationId(row.getLong(1)),
                new AccountId(row.getLong(2)),
                row.getBoolean(3),
                State.of(row.getString(4)),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7));
    }
}

package com.socialflow.social.messages;

import com.socialflow.core.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.message}. */
@Component
class MessageStore {

    private static final String COLUMNS = "id, conversation_id, author_id, text, deleted";

    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Message message) {
        jdbc.sql("""
                INSERT INTO social.message (id, conversation_id, author_id, text)
                VALUES (:id, :conversation, :author, :text)
                """)
                .param("id", message.id().value())
                .param("conversation", message.conversation().value())
                .param("author", message.author().value())
                .param("text", message.text())
                .update();
    }

    /** How many the author wrote there, counted up to a limit. */
    int written(ConversationId conversation, AccountId author, int limit) {
        return jdbc.sql("""
                SELECT count(*)
                  FROM (SELECT 1 FROM social.message
                         WHERE conversation_id = :conversation AND author_id = :author LIMIT :limit) AS written
                """)
                .param("conversation", conversation.value())
                .param("author", author.value())
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    Optional<Message> find(ConversationId conversation, MessageId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM social.message WHERE id = ? AND conversation_id = ?")
                .param(id.value())
                .param(conversation.value())
                .query((row, _) -> message(row))
                .optional();
    }

    List<Message> find(Collection<MessageId> ids) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM social.message WHERE id = ANY (?::bigint[])")
                .param(ids.stream().mapToLong(MessageId::value).toArray())
                .query((row, _) -> message(row))
                .list();
    }

    /** The newest first, between two positions. */
    List<Message> page(ConversationId conversation, long after, long before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                  FROM social.message
                 WHERE conversation_id = ? AND id > ? AND id < ?
                 ORDER BY id DESC
                 LIMIT ?
                """)
                .param(conversation.value())
                .param(after)
                .param(before)
                .param(limit)
                .query((row, _) -> message(row))
                .list();
    }

    void takeBack(MessageId id) {
        jdbc.sql("UPDATE social.message SET text = '', deleted = true WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    /** Takes back what the person wrote, at most so many. */
    int takeBackAll(AccountId author, int limit) {
        return jdbc.sql("""
                UPDATE social.message SET text = '', deleted = true, author_id = 0
                 WHERE id IN (SELECT id FROM social.message WHERE author_id = :author LIMIT :limit)
                """)
                .param("author", author.value())
                .param("limit", limit)
                .update();
    }

    /** What the person wrote, the oldest first, after a position. */
    List<Message> by(AccountId author, long after, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                  FROM social.message
                 WHERE author_id = ? AND id > ? AND NOT deleted
                 ORDER BY id
                 LIMIT ?
                """)
                .param(author.value())
                .param(after)
                .param(limit)
                .query((row, _) -> message(row))
                .list();
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                new MessageId(row.getLong(1)),
                new ConversationId(row.getLong(2)),
                new AccountId(row.getLong(3)),
                row.getString(4),
                row.getBoolean(5));
    }
}

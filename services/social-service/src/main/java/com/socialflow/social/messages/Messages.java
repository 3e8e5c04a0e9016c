package com.socialflow.social.messages;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writing, reading and taking back messages. */
@Component
class Messages {

    /** What a stranger may say until the other accepts: who it is, and what it is about. */
    static final int BEFORE_ACCEPTANCE_MAX = 3;

    private final Conversations conversations;
    private final ConversationStore people;
    private final MessageStore store;
    private final Reach reach;
    private final Writing writing;

    Messages(Conversations conversations, ConversationStore people, MessageStore store, Reach reach, Writing writing) {
        this.conversations = conversations;
        this.people = people;
        this.store = store;
        this.reach = reach;
        this.writing = writing;
    }

    /** Begins a conversation with the others, or goes on with that of the two, and says the first thing. */
    SendOutcome begin(AccountId writer, Set<AccountId> others, String text) {
        return switch (reach.first(writer, others)) {
            case Reach.Decision.Unknown() -> new SendOutcome.NotFound();
            case Reach.Decision.Refused() -> goesOn(writer, others, text);
            case Reach.Decision.Reached(var states) -> {
                var id = others.size() == 1
                        ? conversations.between(
                                writer,
                                others.iterator().next(),
                                states.values().iterator().next())
                        : conversations.begin(writer, states);
                yield send(id, writer, text);
            }
        };
    }

    /** Who takes no new conversations still answers in one that there is. */
    private SendOutcome goesOn(AccountId writer, Set<AccountId> others, String text) {
        var known =
                others.size() == 1 ? people.find(writer, others.iterator().next()) : Optional.<ConversationId>empty();
        return known.isEmpty() ? new SendOutcome.Unreachable() : send(known.get(), writer, text);
    }

    /** Says something in a conversation; whoever answers a request accepts it. */
    SendOutcome send(ConversationId id, AccountId writer, String text) {
        var all = people.participants(Set.of(id));
        var others = all.stream().filter(part -> !part.account().equals(writer)).toList();
        if (all.size() == others.size()) {
            return new SendOutcome.NotFound();
        }
        if (others.size() == 1
                && others.getFirst().direct()
                && !reach.together(writer, others.getFirst().account())) {
            return new SendOutcome.Unreachable();
        }
        return writing.write(id, writer, text);
    }

    /** The newest first, of a conversation that the person is in. */
    Optional<Page<Message>> page(ConversationId id, AccountId reader, Cursor after, int limit) {
        return conversations.of(id, reader).map(part -> {
            var rows = store.page(id, part.clearedUpTo(), after.positionOr(Long.MAX_VALUE), limit + 1);
            return Page.cut(rows, limit, message -> message.id().value());
        });
    }

    /** The message, of a conversation that the person is in. */
    Optional<Message> find(ConversationId id, AccountId reader, MessageId message) {
        return conversations
                .of(id, reader)
                .flatMap(part ->
                        store.find(id, message).filter(found -> found.id().value() > part.clearedUpTo()));
    }

    /** The newest message of each, as far as there is one. */
    List<Message> newest(List<Participant> parts) {
        return store.find(
                parts.stream().map(part -> new MessageId(part.latest())).toList());
    }

    /** Takes back for everybody what this person said; false when it is somebody else's, or not there. */
    boolean takeBack(ConversationId id, AccountId author, MessageId message) {
        var own = find(id, author, message).filter(found -> found.author().equals(author));
        own.filter(found -> !found.deleted()).ifPresent(found -> store.takeBack(found.id()));
        return own.isPresent();
    }
}

package com.socialflow.social.messages;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.social.v1.MessageSent;
import com.socialflow.social.messages.Participant.State;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction of writing. */
@Component
class Writing {

    private final ConversationStore people;
    private final MessageStore store;
    private final Outbox outbox;
    private final Ids ids;

    Writing(ConversationStore people, MessageStore store, Outbox outbox, Ids ids) {
        this.people = people;
        this.store = store;
        this.outbox = outbox;
        this.ids = ids;
    }

    @Transactional
    SendOutcome write(ConversationId id, AccountId writer, String text) {
        if (!people.lock(id)) {
            return new SendOutcome.NotFound();
        }
        var parts = people.participants(Set.of(id));
        var own = parts.stream()
                .filter(part -> part.account().equals(writer) && part.state() != State.LEFT)
                .findAny();
        if (own.isEmpty()) {
            return new SendOutcome.NotFound();
        }
        if (own.get().state() != State.MEMBER) {
            people.setState(id, writer, State.MEMBER);
        }
        var others =
                parts.stream().filter(part -> !part.account().equals(writer)).toList();
        var accepted = others.stream().anyMatch(part -> part.state() == State.MEMBER);
        if (!accepted && store.written(id, writer, Messages.BEFORE_ACCEPTANCE_MAX) == Messages.BEFORE_ACCEPTANCE_MAX) {
            return new SendOutcome.AwaitingAcceptance();
        }
        var message = new Message(new MessageId(ids.next()), id, writer, text, false);
        store.insert(message);
        people.arrived(message.id(), id, writer);
        outbox.append(event(message, others));
        return new SendOutcome.Sent(message);
    }

    private static MessageSent event(Message message, List<Participant> others) {
        var event = MessageSent.newBuilder()
                .setConversation(message.conversation().value())
                .setMessage(message.id().value())
                .setAuthor(message.author().value());
        for (var part : others) {
            if (part.state() == State.MEMBER) {
                event.addMember(part.account().value());
            } else if (part.state() == State.REQUESTED) {
                event.addAsked(part.account().value());
            }
        }
        return event.build();
    }
}

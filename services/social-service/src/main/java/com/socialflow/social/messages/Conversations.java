package com.socialflow.social.messages;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.Ids;
import com.socialflow.core.Page;
import com.socialflow.social.messages.Participant.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who talks with whom. */
@Component
class Conversations {

    /** Of a group, its first person included: a table, not a hall. */
    static final int PEOPLE_MAX = 10;

    /** Unread ones are counted so far. */
    static final int UNREAD_COUNTED_MAX = 100;

    private final ConversationStore store;
    private final Ids ids;

    Conversations(ConversationStore store, Ids ids) {
        this.store = store;
        this.ids = ids;
    }

    /** The conversation of the two, begun if there is none: the other enters it in that state. */
    @Transactional
    ConversationId between(AccountId writer, AccountId other, State state) {
        var id = store.between(writer, other, new ConversationId(ids.next()));
        store.insert(id, writer, true, State.MEMBER);
        store.insert(id, other, true, state);
        accept(id, writer);
        return id;
    }

    /** A new conversation of several, who enter it in these states. */
    @Transactional
    ConversationId begin(AccountId writer, Map<AccountId, State> others) {
        var id = new ConversationId(ids.next());
        store.insertGroup(id);
        store.insert(id, writer, false, State.MEMBER);
        others.forEach((other, state) -> store.insert(id, other, false, state));
        return id;
    }

    /** The person's part in a conversation that reaches the person, or that the person declined. */
    Optional<Participant> of(ConversationId id, AccountId account) {
        return store.participant(id, account).filter(part -> part.state() != State.LEFT);
    }

    /** Members' conversations, or the requests of strangers, the newest message first. */
    Page<Participant> page(AccountId account, State state, Cursor after, int limit) {
        var rows = store.page(account, state, after.positionOr(Long.MAX_VALUE), limit + 1);
        return Page.cut(rows, limit, Participant::latest);
    }

    /** Takes a request, or one that was declined; false when the person is in no such conversation. */
    @Transactional
    boolean accept(ConversationId id, AccountId account) {
        var part = of(id, account);
        if (part.isEmpty()) {
            return false;
        }
        if (part.get().state() != State.MEMBER) {
            store.setState(id, account, State.MEMBER);
        }
        return true;
    }

    /**
     * Declines a request; leaves a group; of a conversation of two deletes for this person what was said until now.
     * False when the person is in no such conversation.
     */
    @Transactional
    boolean leave(ConversationId id, AccountId account) {
        var known = store.lock(id);
        var part = of(id, account);
        if (!known || part.isEmpty()) {
            return false;
        }
        store.clear(id, account);
        if (part.get().state() == State.REQUESTED) {
            store.setState(id, account, State.DECLINED);
        } else if (!part.get().direct()) {
            store.setState(id, account, State.LEFT);
        }
        return true;
    }

    @Transactional
    boolean read(ConversationId id, AccountId account, MessageId upTo) {
        var part = of(id, account);
        part.ifPresent(_ -> store.read(id, account, upTo.value()));
        return part.isPresent();
    }

    /** How many conversations have something new for the person, at most {@link #UNREAD_COUNTED_MAX}. */
    int unread(AccountId account) {
        return store.unread(account, UNREAD_COUNTED_MAX);
    }

    /** Everybody in these conversations. */
    List<Participant> people(Set<ConversationId> conversations) {
        return store.participants(conversations);
    }
}

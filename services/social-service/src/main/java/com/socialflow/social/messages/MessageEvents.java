package com.socialflow.social.messages;

import com.socialflow.core.AccountId;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.social.v1.MessageSent;
import com.socialflow.social.live.LiveEvent;
import com.socialflow.social.live.LiveStreams;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells people who look that somebody wrote to them. */
@Component
class MessageEvents implements Subscriber {

    private final LiveStreams streams;

    MessageEvents(LiveStreams streams) {
        this.streams = streams;
    }

    /** What clients hear: that there is something to load, and where. */
    record MessageNews(ConversationId conversation, MessageId message, AccountId author, boolean request) {}

    @Override
    public String service() {
        return "social";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.event(MessageSent.getDefaultInstance(), this::sent);
    }

    private void sent(MessageSent event) {
        tell(event, event.getMemberList(), false);
        tell(event, event.getAskedList(), true);
        // The author's other windows.
        tell(event, List.of(event.getAuthor()), false);
    }

    private void tell(MessageSent event, List<Long> people, boolean request) {
        var news = new MessageNews(
                new ConversationId(event.getConversation()),
                new MessageId(event.getMessage()),
                new AccountId(event.getAuthor()),
                request);
        streams.send(people.stream().map(AccountId::new).toList(), new LiveEvent("message", news));
    }
}

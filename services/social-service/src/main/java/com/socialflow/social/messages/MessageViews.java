package com.socialflow.social.messages;

import com.socialflow.core.AccountId;
import com.socialflow.core.Page;
import com.socialflow.social.graph.Graph;
import com.socialflow.social.people.AccountCard;
import com.socialflow.social.people.AccountCards;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How conversations and messages look to one who is in them. Asks a constant number of questions a page. */
@Component
class MessageViews {

    private final Conversations conversations;
    private final Messages messages;
    private final SettingStore settings;
    private final AccountCards cards;
    private final Graph graph;

    MessageViews(
            Conversations conversations, Messages messages, SettingStore settings, AccountCards cards, Graph graph) {
        this.conversations = conversations;
        this.messages = messages;
        this.settings = settings;
        this.cards = cards;
        this.graph = graph;
    }

    /** A message; of one that was taken back there is no text. */
    record DirectMessageView(
            MessageId id, AccountId author, @Nullable String text, boolean deleted, Instant createdAt) {

        static DirectMessageView of(Message message) {
            return new DirectMessageView(
                    message.id(),
                    message.author(),
                    message.deleted() ? null : message.text(),
                    message.deleted(),
                    message.id().at());
        }
    }

    /**
     * A conversation.
     *
     * @param people everybody else in it who may be seen
     * @param readUpTo what the viewer has read
     * @param receipts how far the others have read who let it be seen, by account
     */
    record ConversationView(
            ConversationId id,
            String kind,
            String state,
            List<AccountCard> people,
            @Nullable DirectMessageView lastMessage,
            boolean unread,
            MessageId readUpTo,
            Map<AccountId, MessageId> receipts) {}

    Page<ConversationView> of(Page<Participant> page, AccountId viewer) {
        var views = of(page.items(), viewer);
        return new Page<>(views, page.next());
    }

    Optional<ConversationView> of(Participant part, AccountId viewer) {
        return of(List.of(part), viewer).stream().findAny();
    }

    private List<ConversationView> of(List<Participant> own, AccountId viewer) {
        var parts =
                conversations.people(own.stream().map(Participant::conversation).collect(Collectors.toSet())).stream()
                        .collect(Collectors.groupingBy(Participant::conversation));
        var others = new HashSet<AccountId>();
        parts.values().forEach(all -> all.forEach(part -> others.add(part.account())));
        others.remove(viewer);
        var faces = cards.of(others).stream().collect(Collectors.toMap(AccountCard::id, card -> card));
        var wishes = settings.of(union(others, viewer));
        var newest = messages.newest(own).stream().collect(Collectors.toMap(Message::conversation, found -> found));
        var apart = graph.ties(Optional.of(viewer), others);
        return own.stream()
                .map(part -> {
                    var all = parts.getOrDefault(part.conversation(), List.of()).stream()
                            .filter(other -> !other.account().equals(viewer))
                            .toList();
                    var last = newest.get(part.conversation());
                    var shown = last == null || apart.apart(last.author()) ? null : DirectMessageView.of(last);
                    return new ConversationView(
                            part.conversation(),
                            part.direct() ? "direct" : "group",
                            part.state().word(),
                            all.stream()
                                    .map(other -> faces.get(other.account()))
                                    .filter(Objects::nonNull)
                                    .toList(),
                            shown,
                            part.latest() > part.readUpTo(),
                            new MessageId(part.readUpTo()),
                            receipts(all, viewer, wishes));
                })
                .toList();
    }

    private static Map<AccountId, MessageId> receipts(
            List<Participant> others, AccountId viewer, Map<AccountId, MessageSetting> wishes) {
        var receipts = new HashMap<AccountId, MessageId>();
        if (wishes.getOrDefault(viewer, MessageSetting.DEFAULT).readReceipts()) {
            others.stream()
                    .filter(other -> wishes.getOrDefault(other.account(), MessageSetting.DEFAULT)
                            .readReceipts())
                    .filter(other -> other.state() == Participant.State.MEMBER)
                    .forEach(other -> receipts.put(other.account(), new MessageId(other.readUpTo())));
        }
        return receipts;
    }

    /** Without those of people whom the viewer does not want to meet. */
    Page<DirectMessageView> messages(Page<Message> page, AccountId viewer) {
        var authors = page.items().stream().map(Message::author).collect(Collectors.toSet());
        var ties = graph.ties(Optional.of(viewer), authors);
        return new Page<>(
                page.items().stream()
                        .filter(message -> !ties.apart(message.author()))
                        .map(DirectMessageView::of)
                        .toList(),
                page.next());
    }

    private static Set<AccountId> union(Set<AccountId> some, AccountId one) {
        var all = new HashSet<>(some);
        all.add(one);
        return all;
    }
}

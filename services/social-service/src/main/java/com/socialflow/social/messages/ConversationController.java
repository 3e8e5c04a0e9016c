package com.socialflow.social.messages;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import com.socialflow.social.messages.MessageViews.ConversationView;
import com.socialflow.social.messages.MessageViews.DirectMessageView;
import com.socialflow.social.messages.Participant.State;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/conversations")
class ConversationController {

    private final Conversations conversations;
    private final Messages messages;
    private final MessageViews views;

    ConversationController(Conversations conversations, Messages messages, MessageViews views) {
        this.conversations = conversations;
        this.messages = messages;
        this.views = views;
    }

    /** The first thing that somebody says to others. */
    record Beginning(
            @Nullable List<String> members, @Nullable String text) {

        Set<AccountId> others(AccountId writer) {
            if (members == null || members.isEmpty() || members.size() >= Conversations.PEOPLE_MAX) {
                throw Problem.invalid("members", "count", "1 to %d other people", Conversations.PEOPLE_MAX - 1);
            }
            var others = new LinkedHashSet<AccountId>();
            for (var member : members) {
                try {
                    others.add(AccountId.parse(member));
                } catch (IllegalArgumentException e) {
                    throw Problem.invalid("members", "id", "these are ids of accounts");
                }
            }
            if (others.remove(writer) && others.isEmpty()) {
                throw Problem.invalid("members", "yourself", "somebody else than yourself");
            }
            return others;
        }
    }

    /** What somebody says. */
    record MessageForm(@Nullable String text) {}

    /** Up to which message somebody has read. */
    record Read(@Nullable String upTo) {}

    /** Members' conversations, or with {@code filter=requests} those that wait for being accepted. */
    @Permit("conversation.list")
    @GetMapping
    ResponseEntity<PageView<ConversationView>> list(
            @RequestParam(defaultValue = "accepted") String filter, PageRequest page, Actor actor) {
        var state = switch (filter) {
            case "accepted" -> State.MEMBER;
            case "requests" -> State.REQUESTED;
            default -> throw Problem.badRequest("bad-filter", "filter is \"accepted\" or \"requests\"");
        };
        var parts = conversations.page(actor.account(), state, page.after(), page.limit());
        return PageView.of(views.of(parts, actor.account()), view -> view);
    }

    /** How many conversations have something new, counted up to 100. */
    @Permit("conversation.list")
    @GetMapping("/unread")
    Unread unread(Actor actor) {
        return new Unread(conversations.unread(actor.account()));
    }

    record Unread(int count) {}

    @Permit("conversation.write")
    @PostMapping
    ResponseEntity<ConversationView> begin(@RequestBody Beginning beginning, Actor actor) {
        var others = beginning.others(actor.account());
        var sent = sent(messages.begin(actor.account(), others, MessageText.of(beginning.text())));
        var view = view(sent.conversation(), actor);
        return ResponseEntity.created(URI.create("/api/v1/conversations/" + sent.conversation()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(view);
    }

    @Permit("conversation.read")
    @GetMapping("/{id}")
    ConversationView get(@PathVariable ConversationId id, Actor actor) {
        return view(id, actor);
    }

    /** Declines a request, leaves a group, or deletes for this person what two said until now. */
    @Permit("conversation.write")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> leave(@PathVariable ConversationId id, Actor actor) {
        return done(conversations.leave(id, actor.account()));
    }

    @Permit("conversation.write")
    @PutMapping("/{id}/acceptance")
    ResponseEntity<Void> accept(@PathVariable ConversationId id, Actor actor) {
        return done(conversations.accept(id, actor.account()));
    }

    @Permit("conversation.write")
    @PutMapping("/{id}/read")
    ResponseEntity<Void> read(@PathVariable ConversationId id, @RequestBody Read read, Actor actor) {
        MessageId upTo;
        try {
            upTo = MessageId.parse(read.upTo() == null ? "" : read.upTo());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("upTo", "id", "this is the id of a message");
        }
        return done(conversations.read(id, actor.account(), upTo));
    }

    @Permit("conversation.read")
    @GetMapping("/{id}/messages")
    ResponseEntity<PageView<DirectMessageView>> messages(
            @PathVariable ConversationId id, PageRequest page, Actor actor) {
        var found = messages.page(id, actor.account(), page.after(), page.limit())
                .orElseThrow(() -> Problem.notFound("conversation"));
        return PageView.of(views.messages(found, actor.account()), view -> view);
    }

    @Permit("conversation.write")
    @PostMapping("/{id}/messages")
    ResponseEntity<DirectMessageView> send(
            @PathVariable ConversationId id, @RequestBody MessageForm said, Actor actor) {
        var sent = sent(messages.send(id, actor.account(), MessageText.of(said.text())));
        return ResponseEntity.created(URI.create("/api/v1/conversations/" + id + "/messages/" + sent.id()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(DirectMessageView.of(sent));
    }

    /** For everybody; what stays is that something was said. */
    @Permit("conversation.write")
    @DeleteMapping("/{id}/messages/{message}")
    ResponseEntity<Void> takeBack(@PathVariable ConversationId id, @PathVariable MessageId message, Actor actor) {
        return done(messages.takeBack(id, actor.account(), message));
    }

    private ConversationView view(ConversationId id, Actor actor) {
        return conversations
                .of(id, actor.account())
                .flatMap(part -> views.of(part, actor.account()))
                .orElseThrow(() -> Problem.notFound("conversation"));
    }

    private static Message sent(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Sent(var message) -> message;
            case SendOutcome.NotFound() -> throw Problem.notFound("conversation");
            case SendOutcome.Unreachable() ->
                throw Problem.unprocessable("unreachable", "somebody of them takes no messages from you");
            case SendOutcome.AwaitingAcceptance() ->
                throw Problem.unprocessable(
                        "awaiting-acceptance",
                        "%d messages are enough until the other accepts the conversation",
                        Messages.BEFORE_ACCEPTANCE_MAX);
        };
    }

    private static ResponseEntity<Void> done(boolean found) {
        if (!found) {
            throw Problem.notFound("conversation");
        }
        return ResponseEntity.noContent().build();
    }
}

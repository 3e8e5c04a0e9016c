package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.social.v1.LikeTakenBack;
import com.socialflow.proto.social.v1.MessageSent;
import com.socialflow.proto.social.v1.PollEnded;
import com.socialflow.proto.social.v1.PostEdited;
import com.socialflow.proto.social.v1.PostLiked;
import com.socialflow.proto.social.v1.PostPublished;
import com.socialflow.proto.social.v1.PostReposted;
import com.socialflow.proto.social.v1.PostWithdrawn;
import com.socialflow.proto.social.v1.RepostTakenBack;
import com.socialflow.proto.social.v1.TieChanged;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes notifications of what people do, and takes them back with it. */
@Component
class NotificationEvents implements Subscriber {

    /** People whom one post reaches by naming them: as many as a post may mention with effect. */
    private static final int MENTIONS_MAX = 20;

    private final Notifications notifications;
    private final Crowds crowds;

    NotificationEvents(Notifications notifications, Crowds crowds) {
        this.notifications = notifications;
        this.crowds = crowds;
    }

    @Override
    public String service() {
        return "social";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.event(PostPublished.getDefaultInstance(), this::published);
        on.event(PostEdited.getDefaultInstance(), this::edited);
        on.event(PostWithdrawn.getDefaultInstance(), this::withdrawn);
        on.event(PostLiked.getDefaultInstance(), this::liked);
        on.event(LikeTakenBack.getDefaultInstance(), this::likeTakenBack);
        on.event(PostReposted.getDefaultInstance(), this::reposted);
        on.event(RepostTakenBack.getDefaultInstance(), this::repostTakenBack);
        on.event(TieChanged.getDefaultInstance(), this::tieChanged);
        on.event(PollEnded.getDefaultInstance(), this::pollEnded);
        on.event(MessageSent.getDefaultInstance(), this::messageSent);
    }

    /** Of several reasons to tell somebody of a post the first counts: it answers, it quotes, it mentions. */
    void published(PostPublished event) {
        if (event.getAgain()) {
            return;
        }
        var by = new AccountId(event.getAuthor());
        var post = new PostId(event.getPost());
        var told = new LinkedHashMap<AccountId, Kind>();
        mentioned(event.getMentionList(), told);
        if (event.getQuoteAuthor() != 0) {
            told.put(new AccountId(event.getQuoteAuthor()), Kind.QUOTE);
        }
        if (!event.getAnnouncement()) {
            var answered = answered(event);
            if (answered != 0) {
                told.put(new AccountId(answered), Kind.REPLY);
            }
        }
        told.forEach((to, kind) -> notifications.add(Notification.ofPost(kind, to, by, post)));
        if (event.getAnnouncement()) {
            crowds.ring(Kind.VIDEO, by, post);
        } else if (event.getReplyTo() == 0 && event.getRootVideo() == 0) {
            crowds.ring(Kind.POST, by, post);
        }
    }

    /** Whose post it answers, or whose video it comments on; 0: nobody's. */
    private static long answered(PostPublished event) {
        if (event.getReplyToAuthor() != 0) {
            return event.getReplyToAuthor();
        }
        return event.getRootVideo() == 0 ? 0 : event.getRootAuthor();
    }

    private static void mentioned(List<Long> people, Map<AccountId, Kind> told) {
        people.stream().limit(MENTIONS_MAX).forEach(person -> told.put(new AccountId(person), Kind.MENTION));
    }

    void edited(PostEdited event) {
        var by = new AccountId(event.getAuthor());
        var post = new PostId(event.getPost());
        var told = new LinkedHashMap<AccountId, Kind>();
        mentioned(event.getNewMentionList(), told);
        told.forEach((to, kind) -> notifications.add(Notification.ofPost(kind, to, by, post)));
    }

    void withdrawn(PostWithdrawn event) {
        var post = new PostId(event.getPost());
        crowds.silence(post);
        notifications.withdraw(post);
    }

    void liked(PostLiked event) {
        notifications.add(Notification.ofPost(
                Kind.LIKE,
                new AccountId(event.getAuthor()),
                new AccountId(event.getAccount()),
                new PostId(event.getPost())));
    }

    void likeTakenBack(LikeTakenBack event) {
        notifications.takeBack(Kind.LIKE, new PostId(event.getPost()), new AccountId(event.getAccount()));
    }

    void reposted(PostReposted event) {
        notifications.add(Notification.ofPost(
                Kind.REPOST,
                new AccountId(event.getAuthor()),
                new AccountId(event.getAccount()),
                new PostId(event.getPost())));
    }

    void repostTakenBack(RepostTakenBack event) {
        notifications.takeBack(Kind.REPOST, new PostId(event.getPost()), new AccountId(event.getAccount()));
    }

    void tieChanged(TieChanged event) {
        var account = new AccountId(event.getAccount());
        var other = new AccountId(event.getOther());
        switch (event.getTie()) {
            case FOLLOW -> followed(account, other, event);
            case FOLLOW_REQUEST -> {
                if (event.getPresent()) {
                    notifications.add(new Notification(other, Kind.FOLLOW_REQUEST, account, account.value(), null));
                } else {
                    notifications.takeBack(Kind.FOLLOW_REQUEST, account, account);
                }
            }
            case BLOCK -> {
                if (event.getPresent()) {
                    notifications.part(account, other);
                }
            }
            // Shows when the list is read, and ends with the mute.
            case MUTE, TIE_UNSPECIFIED, UNRECOGNIZED -> {}
        }
    }

    private void followed(AccountId account, AccountId other, TieChanged event) {
        if (!event.getPresent()) {
            notifications.takeBackFrom(other, Kind.FOLLOW, account);
        } else if (event.getAccepted()) {
            notifications.add(new Notification(account, Kind.FOLLOW_ACCEPTED, other, other.value(), null));
        } else {
            notifications.add(new Notification(other, Kind.FOLLOW, account, 0, null));
        }
    }

    void pollEnded(PollEnded event) {
        var post = new PostId(event.getPost());
        var author = new AccountId(event.getAuthor());
        notifications.add(new Notification(author, Kind.POLL_ENDED, null, post.value(), post));
        crowds.ring(Kind.POLL_ENDED, author, post);
    }

    /** Messages themselves are told by their own feature; here that somebody asks to be let in, once. */
    void messageSent(MessageSent event) {
        var by = new AccountId(event.getAuthor());
        for (var asked : event.getAskedList()) {
            notifications.add(
                    new Notification(new AccountId(asked), Kind.MESSAGE_REQUEST, by, event.getConversation(), null));
        }
    }
}

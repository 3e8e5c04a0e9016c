package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.social.v1.PostPublished;
import com.socialflow.proto.social.v1.PostWithdrawn;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What follows when a post becomes visible to others, and when it no longer is: events and counts, in step. */
@Component
class Appearances {

    private final PostStore store;
    private final Tallies tallies;
    private final Outbox outbox;

    Appearances(PostStore store, Tallies tallies, Outbox outbox) {
        this.store = store;
        this.tallies = tallies;
        this.outbox = outbox;
    }

    /**
     * The post is there for others, in the caller's transaction.
     *
     * @param videoOwner of a comment on a video
     */
    void appeared(Post post, boolean authorPrivate, @Nullable AccountId videoOwner) {
        count(post, 1);
        outbox.append(event(post, authorPrivate, videoOwner).build());
    }

    /** The post is back in its place, in the caller's transaction: nobody is told of it as of something new. */
    void reappeared(Post post, boolean authorPrivate, @Nullable AccountId videoOwner) {
        count(post, 1);
        outbox.append(event(post, authorPrivate, videoOwner).setAgain(true).build());
    }

    private PostPublished.Builder event(Post post, boolean authorPrivate, @Nullable AccountId videoOwner) {
        var place = post.place();
        var event = PostPublished.newBuilder()
                .setAuthor(post.author().value())
                .setPost(post.id().value())
                .setAnnouncement(post.announcement())
                .setReplyTo(place.replyTo() == null ? 0 : place.replyTo().value())
                .setReplyToAuthor(
                        place.replyToAuthor() == null
                                ? 0
                                : place.replyToAuthor().value())
                .setRoot(place.root())
                .setRootAuthor(rootAuthor(post, videoOwner))
                .setRootVideo(place.rootVideo() == null ? 0 : place.rootVideo().value())
                .setQuote(post.quote() == null ? 0 : post.quote().value())
                .setQuoteAuthor(
                        post.quoteAuthor() == null ? 0 : post.quoteAuthor().value())
                .setVideo(post.video() == null ? 0 : post.video().value())
                .setForFollowers(post.forFollowers() || authorPrivate);
        store.mentions(post.id()).forEach(account -> event.addMention(account.value()));
        event.addAllTag(store.tags(post.id()));
        return event;
    }

    /** The post is not there for others any more, in the caller's transaction. */
    void disappeared(Post post) {
        count(post, -1);
        outbox.append(PostWithdrawn.newBuilder()
                .setAuthor(post.author().value())
                .setPost(post.id().value())
                .build());
    }

    private long rootAuthor(Post post, @Nullable AccountId videoOwner) {
        if (post.place().rootVideo() != null) {
            return videoOwner == null ? 0 : videoOwner.value();
        }
        return post.place().root() == post.id().value()
                ? post.author().value()
                : store.author(new PostId(post.place().root())).value();
    }

    /** An announcement is not something that its author said. */
    private void count(Post post, int delta) {
        if (post.announcement()) {
            return;
        }
        tallies.add(post.author(), Tally.POSTS, delta);
        if (post.place().replyTo() != null) {
            tallies.add(post.place().replyTo(), Tally.REPLIES, delta);
        }
        VideoId video = post.place().rootVideo();
        if (video != null) {
            tallies.add(video, Tally.REPLIES, delta);
        }
        if (post.quote() != null) {
            tallies.add(post.quote(), Tally.QUOTES, delta);
        }
    }
}

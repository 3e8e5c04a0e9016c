package com.socialflow.analytics.reactions;

import com.socialflow.analytics.reactions.VideoPost.Kind;
import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Counts what people do with videos beside watching, in the piece of time in which it was told. What is taken back is
 * subtracted when it is: what a past day showed stays. In the transaction of the event, so that each counts once.
 */
@Component
class Reactions {

    private final ReactionStore store;
    private final Clock clock;

    Reactions(ReactionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A post about a video is there, or there again. */
    void published(PostId id, VideoId video, Kind kind) {
        var known = store.find(id);
        if (known.isPresent() && !known.get().withdrawn()) {
            return;
        }
        if (known.isPresent()) {
            store.setWithdrawn(id, false);
        } else {
            store.insert(id, video, kind);
        }
        count(known.orElse(new VideoPost(id, video, kind, false)), 1);
    }

    void withdrawn(PostId id) {
        store.find(id).filter(post -> !post.withdrawn()).ifPresent(post -> {
            store.setWithdrawn(id, true);
            count(post, -1);
        });
    }

    /** The post was liked, or reposted, so many times more. */
    void done(PostId id, Reaction reaction, long times) {
        store.find(id)
                .filter(post -> post.kind() == Kind.ANNOUNCEMENT)
                .ifPresent(post -> store.add(post.video(), reaction, times, clock.instant()));
    }

    /** A post quotes another: when that announces a video, the video is shared. */
    void quoted(PostId id, PostId quoted) {
        store.find(quoted)
                .filter(post -> post.kind() == Kind.ANNOUNCEMENT)
                .ifPresent(post -> published(id, post.video(), Kind.SHARE));
    }

    /** The video was handed on. */
    void shared(VideoId video) {
        store.add(video, Reaction.SHARES, 1, clock.instant());
    }

    /** Somebody follows the channel, by a video that may be anybody's, as far as is known here. */
    void followed(AccountId channel, Optional<VideoId> video) {
        addFollowers(channel, video, 1, 0);
    }

    /** Somebody follows no more who began by the video. */
    void unfollowed(AccountId channel, Optional<VideoId> video) {
        addFollowers(channel, video, 0, 1);
    }

    private void addFollowers(AccountId channel, Optional<VideoId> video, long gained, long lost) {
        var now = clock.instant();
        store.addFollowers(channel, gained, lost, now);
        video.ifPresent(one -> store.addFollowers(channel, one, gained, lost, now));
    }

    private void count(VideoPost post, long times) {
        post.counts().ifPresent(reaction -> store.add(post.video(), reaction, times, clock.instant()));
    }
}

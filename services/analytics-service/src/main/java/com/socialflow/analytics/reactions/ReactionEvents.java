package com.socialflow.analytics.reactions;

import com.socialflow.analytics.reactions.VideoPost.Kind;
import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.social.v1.LikeTakenBack;
import com.socialflow.proto.social.v1.PostLiked;
import com.socialflow.proto.social.v1.PostPublished;
import com.socialflow.proto.social.v1.PostReposted;
import com.socialflow.proto.social.v1.PostWithdrawn;
import com.socialflow.proto.social.v1.RepostTakenBack;
import com.socialflow.proto.social.v1.Tie;
import com.socialflow.proto.social.v1.TieChanged;
import com.socialflow.proto.viewcount.v1.VideoShared;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Follows what other services tell that people do with videos and channels. */
@Component
class ReactionEvents implements Subscriber {

    private final Reactions reactions;

    ReactionEvents(Reactions reactions) {
        this.reactions = reactions;
    }

    @Override
    public String service() {
        return "analytics";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.event(PostPublished.getDefaultInstance(), this::published)
                .event(PostWithdrawn.getDefaultInstance(), event -> reactions.withdrawn(new PostId(event.getPost())))
                .event(PostLiked.getDefaultInstance(), event -> liked(event.getPost(), 1))
                .event(LikeTakenBack.getDefaultInstance(), event -> liked(event.getPost(), -1))
                .event(PostReposted.getDefaultInstance(), event -> reposted(event.getPost(), 1))
                .event(RepostTakenBack.getDefaultInstance(), event -> reposted(event.getPost(), -1))
                .event(TieChanged.getDefaultInstance(), this::tied)
                .event(VideoShared.getDefaultInstance(), event -> reactions.shared(new VideoId(event.getVideo())));
    }

    private void published(PostPublished event) {
        var post = new PostId(event.getPost());
        if (event.getAnnouncement()) {
            reactions.published(post, new VideoId(event.getVideo()), Kind.ANNOUNCEMENT);
        } else if (event.getRootVideo() != 0) {
            reactions.published(post, new VideoId(event.getRootVideo()), Kind.COMMENT);
        } else if (event.getVideo() != 0) {
            reactions.published(post, new VideoId(event.getVideo()), Kind.SHARE);
        } else if (event.getQuote() != 0) {
            reactions.quoted(post, new PostId(event.getQuote()));
        }
    }

    private void liked(long post, long times) {
        reactions.done(new PostId(post), Reaction.LIKES, times);
    }

    private void reposted(long post, long times) {
        reactions.done(new PostId(post), Reaction.SHARES, times);
    }

    private void tied(TieChanged event) {
        if (event.getTie() != Tie.FOLLOW) {
            return;
        }
        var channel = new AccountId(event.getOther());
        var video = event.getVideo() == 0 ? Optional.<VideoId>empty() : Optional.of(new VideoId(event.getVideo()));
        if (event.getPresent()) {
            reactions.followed(channel, video);
        } else {
            reactions.unfollowed(channel, video);
        }
    }
}

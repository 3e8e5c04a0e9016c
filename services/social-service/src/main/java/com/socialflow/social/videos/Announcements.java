package com.socialflow.social.videos;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.core.VideoId;
import com.socialflow.social.posts.Announcing;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * The post that announces a video in timelines, in its owner's name: made once, away while the video is not published,
 * back in its place when it is again. In the transaction of the event.
 */
@Component
class Announcements {

    /** A video that was first published longer ago is no news: it is older than this service, or than an outage. */
    private static final Duration NEWS_MAX = Duration.ofDays(7);

    private final Announcing announcing;
    private final Clock clock;

    Announcements(Announcing announcing, Clock clock) {
        this.announcing = announcing;
        this.clock = clock;
    }

    void published(VideoId video, AccountId owner, long publishedOrder) {
        var made = announcing.find(video);
        if (made.isPresent()) {
            announcing.bringBack(made.get());
        } else if (Ids.time(publishedOrder).isAfter(clock.instant().minus(NEWS_MAX))) {
            announcing.announce(video, owner);
        }
    }

    void withdrawn(VideoId video) {
        announcing.find(video).ifPresent(announcing::withdraw);
    }
}

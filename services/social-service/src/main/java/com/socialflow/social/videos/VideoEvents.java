package com.socialflow.social.videos;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.video.v1.VideoDeleted;
import com.socialflow.proto.video.v1.VideoPublished;
import com.socialflow.proto.video.v1.VideoWithdrawn;
import com.socialflow.social.videos.KnownVideo.Seen;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Follows what the video service tells: for what is known of videos, their announcements and their comments. */
@Component
class VideoEvents implements Subscriber {

    private final KnownVideoStore videos;
    private final Announcements announcements;
    private final VideoCards cards;
    private final Farewells farewells;

    VideoEvents(KnownVideoStore videos, Announcements announcements, VideoCards cards, Farewells farewells) {
        this.videos = videos;
        this.announcements = announcements;
        this.cards = cards;
        this.farewells = farewells;
    }

    @Override
    public String service() {
        return "social";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.event(VideoPublished.getDefaultInstance(), this::published)
                .event(VideoWithdrawn.getDefaultInstance(), this::withdrawn)
                .event(VideoDeleted.getDefaultInstance(), this::deleted);
    }

    private void published(VideoPublished event) {
        var video = new VideoId(event.getVideo());
        var owner = new AccountId(event.getOwner());
        var before = videos.find(video).filter(KnownVideo::published).isPresent();
        videos.putPublished(video, owner, event.getTitle(), event.getPublishedOrder());
        if (!before) {
            announcements.published(video, owner, event.getPublishedOrder());
        }
        afterCommit(() -> cards.changed(video));
    }

    private void withdrawn(VideoWithdrawn event) {
        var video = new VideoId(event.getVideo());
        if (!event.getVisibility().isEmpty()) {
            var seen = Seen.valueOf(event.getVisibility().toUpperCase(Locale.ROOT));
            videos.putWithdrawn(video, new AccountId(event.getOwner()), seen);
        }
        announcements.withdrawn(video);
        afterCommit(() -> cards.changed(video));
    }

    private void deleted(VideoDeleted event) {
        var video = new VideoId(event.getVideo());
        var known = videos.putGone(video);
        afterCommit(() -> {
            cards.changed(video);
            if (known) {
                farewells.soon();
            }
        });
    }

    private static void afterCommit(Runnable effect) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                effect.run();
            }
        });
    }
}

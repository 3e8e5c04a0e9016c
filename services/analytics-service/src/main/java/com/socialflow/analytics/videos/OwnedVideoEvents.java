package com.socialflow.analytics.videos;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.core.VideoId;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.video.v1.VideoDeleted;
import com.socialflow.proto.video.v1.VideoPublished;
import com.socialflow.proto.video.v1.VideoWithdrawn;
import com.socialflow.proto.workers.v1.VideoInspected;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Follows what is told of videos: whose they are, what they are called and how long they are. */
@Component
class OwnedVideoEvents implements Subscriber {

    private static final double MILLIS = 1_000;

    private final OwnedVideoStore store;

    OwnedVideoEvents(OwnedVideoStore store) {
        this.store = store;
    }

    @Override
    public String service() {
        return "analytics";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.event(VideoPublished.getDefaultInstance(), this::published)
                .event(VideoWithdrawn.getDefaultInstance(), this::withdrawn)
                .event(VideoDeleted.getDefaultInstance(), event -> store.putGone(new VideoId(event.getVideo())))
                .event(VideoInspected.getDefaultInstance(), this::inspected);
    }

    private void published(VideoPublished event) {
        store.putPublished(
                new VideoId(event.getVideo()),
                new AccountId(event.getOwner()),
                event.getTitle(),
                Ids.time(event.getPublishedOrder()));
    }

    private void withdrawn(VideoWithdrawn event) {
        if (!event.getVisibility().isEmpty()) {
            store.putIfUnknown(new VideoId(event.getVideo()), new AccountId(event.getOwner()), "", null);
        }
    }

    private void inspected(VideoInspected event) {
        var millis = Math.max(0, Math.round(event.getDurationSeconds() * MILLIS));
        store.putLength(new VideoId(event.getVideo()), Duration.ofMillis(millis));
    }
}

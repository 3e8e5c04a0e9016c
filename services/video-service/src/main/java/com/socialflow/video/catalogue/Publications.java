package com.socialflow.video.catalogue;

import com.socialflow.core.Ids;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.video.v1.VideoDeleted;
import com.socialflow.proto.video.v1.VideoPublished;
import com.socialflow.proto.video.v1.VideoWithdrawn;
import org.springframework.stereotype.Component;

/**
 * Tells other services when a video begins to be for everybody, has another title meanwhile, ceases to be, and is gone.
 * In the transaction of the change, which holds the video's row.
 */
@Component
class Publications {

    private final VideoStore store;
    private final Outbox outbox;
    private final Ids ids;

    Publications(VideoStore store, Outbox outbox, Ids ids) {
        this.store = store;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** Tells what a change of the video means for others, and gives the video as it is now. */
    Video changed(Video before) {
        store.publish(before.id(), ids.next());
        var after = store.find(before.id()).orElseThrow();
        var others = before.details().visibility() != after.details().visibility();
        if (!after.published()) {
            if (before.published() || others) {
                withdrawn(after, after.details().visibility().word());
            }
        } else if (!before.published()
                || !before.details().title().equals(after.details().title())) {
            published(after);
        }
        return after;
    }

    /** Tells that a video is gone. */
    void deleted(Video video) {
        if (video.published()) {
            withdrawn(video, "");
        }
        outbox.append(VideoDeleted.newBuilder().setVideo(video.id().value()).build());
    }

    private void published(Video video) {
        outbox.append(VideoPublished.newBuilder()
                .setVideo(video.id().value())
                .setOwner(video.owner().value())
                .setTitle(video.details().title())
                .setPublishedOrder(video.order())
                .build());
    }

    private void withdrawn(Video video, String visibility) {
        outbox.append(VideoWithdrawn.newBuilder()
                .setVideo(video.id().value())
                .setOwner(video.owner().value())
                .setVisibility(visibility)
                .build());
    }
}

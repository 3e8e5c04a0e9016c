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
        if (after.published()) {
            if (!before.published() || !before.details().title().equals(after.details().title())) {
                outbox.append(VideoPublished.newBuilder()
                        .setVideo(after.id().value())
                        .setOwner(after.owner().value())
                        .setTitle(after.details().title())
                        .setPublishedOrder(after.order())
                        .build());
            }
        } else {
            ended(before);
        }
        return after;
    }

    /** Tells that a video is gone. */
    void deleted(Video video) {
        ended(video);
        outbox.append(VideoDeleted.newBuilder().setVideo(video.id().value()).build());
    }

    private void ended(Video before) {
        if (before.published()) {
            outbox.append(VideoWithdrawn.newBuilder()
                    .setVideo(before.id().value())
                    .setOwner(before.owner().value())
                    .build());
        }
    }
}

package com.socialflow.workers.jobs;

import com.socialflow.core.VideoId;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.video.v1.VideoDeleted;
import com.socialflow.proto.video.v1.VideoUploaded;

/** Follows the video service: what was uploaded is worked on, what was deleted no longer. */
class VideoEvents implements Subscriber {

    private final Arrivals arrivals;

    VideoEvents(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public String service() {
        return "workers";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.event(VideoUploaded.getDefaultInstance(), this::uploaded)
                .event(VideoDeleted.getDefaultInstance(), this::deleted);
    }

    private void uploaded(VideoUploaded event) {
        arrivals.accept(
                new VideoId(event.getVideo()), event.getGeneration(), event.getObjectKey(), event.getSizeBytes());
    }

    private void deleted(VideoDeleted event) {
        arrivals.delete(new VideoId(event.getVideo()));
    }
}

package com.socialflow.workers.jobs;

import com.socialflow.core.VideoId;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.workers.v1.Rendition;
import com.socialflow.proto.workers.v1.VideoFailed;
import com.socialflow.proto.workers.v1.VideoInspected;
import com.socialflow.proto.workers.v1.VideoPlayable;
import com.socialflow.proto.workers.v1.VideoProgressed;
import com.socialflow.proto.workers.v1.VideoReady;

/** What others hear of the work, appended in the transaction that it tells of. */
class WorkEvents {

    private final Outbox outbox;

    WorkEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void inspected(Job job, Outlook outlook) {
        outbox.append(VideoInspected.newBuilder()
                .setVideo(job.video().value())
                .setGeneration(job.generation())
                .setDurationSeconds(outlook.seconds())
                .setWidth(outlook.width())
                .setHeight(outlook.height())
                .build());
    }

    void progressed(VideoId video, int generation, double progress) {
        outbox.append(VideoProgressed.newBuilder()
                .setVideo(video.value())
                .setGeneration(generation)
                .setProgress(progress)
                .build());
    }

    void playable(Job job, String hlsKey, String posterKey) {
        outbox.append(VideoPlayable.newBuilder()
                .setVideo(job.video().value())
                .setGeneration(job.generation())
                .setHlsKey(hlsKey)
                .setPosterKey(posterKey)
                .build());
    }

    void ready(Job job, Published published) {
        var event = VideoReady.newBuilder()
                .setVideo(job.video().value())
                .setGeneration(job.generation())
                .setHlsKey(published.hlsKey())
                .setDashKey(published.dashKey())
                .setPosterKey(published.posterKey())
                .setStoryboardKey(published.storyboardKey());
        for (var rendition : published.renditions()) {
            event.addRendition(Rendition.newBuilder()
                    .setName(rendition.name())
                    .setWidth(rendition.width())
                    .setHeight(rendition.height())
                    .setBitrate(rendition.bitrate()));
        }
        outbox.append(event.build());
    }

    void failed(Job job, Failure failure) {
        outbox.append(VideoFailed.newBuilder()
                .setVideo(job.video().value())
                .setGeneration(job.generation())
                .setCode(failure.code())
                .setMessage(failure.message())
                .build());
    }
}

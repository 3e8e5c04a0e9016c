package com.socialflow.video.catalogue;

import com.socialflow.core.VideoId;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.workers.v1.VideoFailed;
import com.socialflow.proto.workers.v1.VideoInspected;
import com.socialflow.proto.workers.v1.VideoPlayable;
import com.socialflow.proto.workers.v1.VideoProgressed;
import com.socialflow.proto.workers.v1.VideoReady;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class WorkerEvents implements Subscriber {

    private final Processing processing;
    private final JsonMapper json;

    WorkerEvents(Processing processing, JsonMapper json) {
        this.processing = processing;
        this.json = json;
    }

    @Override
    public String service() {
        return "video";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.event(VideoInspected.getDefaultInstance(), this::inspected)
                .event(VideoProgressed.getDefaultInstance(), this::progressed)
                .event(VideoPlayable.getDefaultInstance(), this::playable)
                .event(VideoReady.getDefaultInstance(), this::ready)
                .event(VideoFailed.getDefaultInstance(), this::failed);
    }

    private void inspected(VideoInspected event) {
        processing.inspected(
                new VideoId(event.getVideo()),
                event.getGeneration(),
                event.getDurationSeconds(),
                event.getWidth(),
                event.getHeight());
    }

    private void progressed(VideoProgressed event) {
        processing.progressed(new VideoId(event.getVideo()), event.getGeneration(), event.getProgress());
    }

    private void playable(VideoPlayable event) {
        processing.playable(
                new VideoId(event.getVideo()), event.getGeneration(), event.getHlsKey(), event.getPosterKey());
    }

    private void ready(VideoReady event) {
        var renditions = event.getRenditionList().stream()
                .map(made -> new Rendition(made.getName(), made.getWidth(), made.getHeight(), made.getBitrate()))
                .toList();
        var media = new Media(
                null,
                null,
                null,
                new Renditions(json.writeValueAsString(renditions)),
                event.getHlsKey(),
                event.getDashKey(),
                event.getPosterKey(),
                event.getStoryboardKey());
        processing.ready(new VideoId(event.getVideo()), event.getGeneration(), media);
    }

    private void failed(VideoFailed event) {
        processing.failed(
                new VideoId(event.getVideo()), event.getGeneration(), new Failure(event.getCode(), event.getMessage()));
    }
}

package com.socialflow.video.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.socialflow.core.VideoId;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.workers.v1.Rendition;
import com.socialflow.proto.workers.v1.VideoFailed;
import com.socialflow.proto.workers.v1.VideoInspected;
import com.socialflow.proto.workers.v1.VideoPlayable;
import com.socialflow.proto.workers.v1.VideoProgressed;
import com.socialflow.proto.workers.v1.VideoReady;
import com.socialflow.video.VideoServiceTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ProcessingTest extends VideoServiceTest {

    @Autowired
    private Sources sources;

    @Autowired
    private WorkerEvents events;

    private VideoId video = new VideoId(0);
    private String outputs = "";

    @BeforeEach
    void uploadASource() {
        video = draft(alice);
        outputs = "videos/" + video + "/1/";
        assertThat(sources.accept(video, Sources.key(video, "first"), 1_000)).isTrue();
    }

    @Test
    void aVideoBecomesReadyStepByStep() {
        assertThat(shown().path("state").stringValue()).isEqualTo("processing");

        send(inspected(1));
        assertThat(shown().path("durationSeconds").asDouble()).isEqualTo(12.5);
        assertThat(shown().path("width").asInt()).isEqualTo(1920);

        send(progressed(1, 0.4));
        assertThat(shown().path("progress").asDouble()).isEqualTo(0.4);

        send(playable(1));
        assertThat(shown().path("playback").path("hls").stringValue()).contains(outputs + "master.m3u8");
        assertThat(shown().path("publishedAt").isString()).isTrue();
        assertThat(shown().path("state").stringValue()).isEqualTo("processing");

        send(ready(1));
        var ready = shown();
        assertThat(ready.path("state").stringValue()).isEqualTo("ready");
        assertThat(ready.path("progress").asDouble()).isOne();
        assertThat(ready.path("renditions").toString())
                .isEqualTo("[{\"name\":\"360p\",\"width\":640,\"height\":360,\"bitrate\":800000}]");
        assertThat(ready.path("playback").path("dash").stringValue()).contains(outputs + "manifest.mpd");
        assertThat(ready.path("playback").has("storyboard")).isFalse();
        assertThat(ready.path("durationSeconds").asDouble()).isEqualTo(12.5);
    }

    @Test
    void aPosterMayComeAfterTheBeginningOfTheVideo() {
        send(playable(1).toBuilder().clearPosterKey().build());
        assertThat(shown().path("playback").has("poster")).isFalse();

        send(playable(1));
        var version = version();
        send(playable(1));

        assertThat(shown().path("playback").path("poster").stringValue()).contains(outputs + "poster.jpg");
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void progressNeverFallsBack() {
        send(progressed(1, 0.5));
        send(progressed(1, 0.3));
        send(progressed(1, Double.NaN));
        assertThat(shown().path("progress").asDouble()).isEqualTo(0.5);
        send(progressed(1, 7));
        assertThat(shown().path("progress").asDouble()).isOne();
    }

    @Test
    void whatEndedStaysAsItEnded() {
        send(ready(1));
        var version = version();

        send(progressed(1, 0.9));
        send(playable(1));
        send(inspected(1));
        send(failed(1));
        send(ready(1));

        assertThat(shown().path("state").stringValue()).isEqualTo("ready");
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void aFailureSaysWhyAndShowsNothingHalfMade() throws IOException {
        send(playable(1));
        storage.put(outputs + "master.m3u8", new ByteArrayInputStream(new byte[10]));

        send(failed(1));

        var failed = shown();
        assertThat(failed.path("state").stringValue()).isEqualTo("failed");
        assertThat(failed.path("failure").toString())
                .isEqualTo("{\"code\":\"not-a-video\",\"message\":\"This file holds no picture.\"}");
        assertThat(failed.path("playback").has("hls")).isFalse();
        eventually("outputs of a failure are removed", () -> stored(outputs).isEmpty());
    }

    @Test
    void reportsOfAnOlderSourceAreIgnored() {
        send(failed(1));
        assertThat(sources.accept(video, Sources.key(video, "second"), 10)).isTrue();

        send(ready(1));
        send(failed(1));
        assertThat(shown().path("state").stringValue()).isEqualTo("processing");
        assertThat(shown().has("failure")).isFalse();

        send(progressed(2, 0.1));
        assertThat(shown().path("progress").asDouble()).isEqualTo(0.1);
    }

    @Test
    void aNewSourceReplacesAFailedOneOnly() throws IOException {
        assertThat(sources.accept(video, Sources.key(video, "second"), 10)).isFalse();
        send(failed(1));
        storage.put(Sources.key(video, "first"), new ByteArrayInputStream(new byte[10]));

        assertThat(sources.accept(video, Sources.key(video, "second"), 10)).isTrue();

        eventually(
                "the failed source is removed",
                () -> stored("originals/" + video + "/").isEmpty());
        assertThat(events(video))
                .containsExactly("socialflow.video.v1.VideoUploaded", "socialflow.video.v1.VideoUploaded");
    }

    @Test
    void reportsOfDeletedVideosAreIgnored() {
        http.delete("/api/v1/videos/" + video, alice);

        send(inspected(1));
        send(progressed(1, 0.5));
        send(playable(1));
        send(ready(1));
        send(failed(1));

        assertThat(http.get("/api/v1/videos/" + video, alice).status()).isEqualTo(404);
    }

    private JsonNode shown() {
        return http.get("/api/v1/videos/" + video, alice).json();
    }

    private long version() {
        return jdbc.sql("SELECT version FROM video.video WHERE id = :id")
                .param("id", video.value())
                .query(Long.class)
                .single();
    }

    /** Hands an event to whoever subscribed to its type, as the platform does. */
    private <E extends Message> void send(E event) {
        var handlers = new HashMap<Class<?>, Consumer<Message>>();
        events.subscribe(new Handlers(handlers));
        var handler = handlers.get(event.getClass());
        assertThat(handler).as("nobody follows " + event.getClass()).isNotNull();
        handler.accept(event);
    }

    private static final class Handlers extends Subscriptions {

        private final Map<Class<?>, Consumer<Message>> handlers;

        Handlers(Map<Class<?>, Consumer<Message>> handlers) {
            this.handlers = handlers;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <E extends Message> Subscriptions event(E type, Consumer<E> effect) {
            handlers.put(type.getClass(), message -> effect.accept((E) message));
            return this;
        }
    }

    private VideoInspected inspected(int generation) {
        return VideoInspected.newBuilder()
                .setVideo(video.value())
                .setGeneration(generation)
                .setDurationSeconds(12.5)
                .setWidth(1920)
                .setHeight(1080)
                .build();
    }

    private VideoProgressed progressed(int generation, double progress) {
        return VideoProgressed.newBuilder()
                .setVideo(video.value())
                .setGeneration(generation)
                .setProgress(progress)
                .build();
    }

    private VideoPlayable playable(int generation) {
        return VideoPlayable.newBuilder()
                .setVideo(video.value())
                .setGeneration(generation)
                .setHlsKey(outputs + "master.m3u8")
                .setPosterKey(outputs + "poster.jpg")
                .build();
    }

    private VideoReady ready(int generation) {
        return VideoReady.newBuilder()
                .setVideo(video.value())
                .setGeneration(generation)
                .addRendition(Rendition.newBuilder()
                        .setName("360p")
                        .setWidth(640)
                        .setHeight(360)
                        .setBitrate(800_000))
                .setHlsKey(outputs + "master.m3u8")
                .setDashKey(outputs + "manifest.mpd")
                .setPosterKey(outputs + "poster.jpg")
                .build();
    }

    private VideoFailed failed(int generation) {
        return VideoFailed.newBuilder()
                .setVideo(video.value())
                .setGeneration(generation)
                .setCode("not-a-video")
                .setMessage("This file holds no picture.")
                .build();
    }
}

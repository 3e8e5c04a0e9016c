package com.socialflow.analytics.videos;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.socialflow.analytics.AnalyticsServiceTest;
import com.socialflow.analytics.Told;
import com.socialflow.core.Ids;
import com.socialflow.core.VideoId;
import com.socialflow.proto.video.v1.VideoDeleted;
import com.socialflow.proto.video.v1.VideoPublished;
import com.socialflow.proto.video.v1.VideoWithdrawn;
import com.socialflow.proto.workers.v1.VideoInspected;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OwnedVideosTest extends AnalyticsServiceTest {

    @Autowired
    private OwnedVideos videos;

    @Autowired
    private OwnedVideoEvents events;

    @Test
    void whatWasPublishedIsKnownWithItsLength() {
        var video = new VideoId(ids.next());
        var order = ids.next();
        told(VideoInspected.newBuilder()
                .setVideo(video.value())
                .setDurationSeconds(12.5)
                .build());
        told(VideoPublished.newBuilder()
                .setVideo(video.value())
                .setOwner(alice.account().value())
                .setTitle("Trains")
                .setPublishedOrder(order)
                .build());

        var calls = shelf.calls();
        var known = videos.find(video, bob.account()).orElseThrow();

        assertThat(known.owner()).isEqualTo(alice.account());
        assertThat(known.title()).isEqualTo("Trains");
        assertThat(known.publishedAt()).contains(Ids.time(order));
        assertThat(known.length()).contains(Duration.ofMillis(12_500));
        assertThat(videos.newestOf(alice.account(), 10))
                .extracting(OwnedVideo::id)
                .containsExactly(video);
        assertThat(shelf.calls()).isEqualTo(calls);
    }

    @Test
    void aDraftIsAskedForOnce() {
        var video = video(alice, "private");

        assertThat(videos.find(video, bob.account())).isEmpty();
        assertThat(videos.find(video, alice.account())).isPresent();
        var calls = shelf.calls();
        assertThat(videos.find(video, alice.account())).isPresent();
        assertThat(shelf.calls()).isEqualTo(calls);
    }

    @Test
    void aDeletedVideoIsKnownNoMore() {
        var video = new VideoId(ids.next());
        told(VideoWithdrawn.newBuilder()
                .setVideo(video.value())
                .setOwner(alice.account().value())
                .setVisibility("private")
                .build());
        assertThat(videos.find(video, alice.account())).isPresent();

        told(VideoDeleted.newBuilder().setVideo(video.value()).build());

        assertThat(videos.find(video, alice.account())).isEmpty();
        assertThat(videos.newestOf(alice.account(), 10)).isEmpty();
    }

    private void told(Message event) {
        Told.to(events, event);
    }
}

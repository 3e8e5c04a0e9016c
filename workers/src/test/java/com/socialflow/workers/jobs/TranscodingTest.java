package com.socialflow.workers.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.socialflow.core.VideoId;
import com.socialflow.proto.workers.v1.Rendition;
import com.socialflow.proto.workers.v1.VideoFailed;
import com.socialflow.proto.workers.v1.VideoInspected;
import com.socialflow.proto.workers.v1.VideoPlayable;
import com.socialflow.proto.workers.v1.VideoProgressed;
import com.socialflow.proto.workers.v1.VideoReady;
import io.lindstrom.m3u8.parser.MasterPlaylistParser;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import io.lindstrom.mpd.MPDParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Real clips through real workers. */
class TranscodingTest extends WorkersTest {

    @Test
    void aClipBecomesAVideo() throws IOException {
        var video = upload(CLIP);
        awaitState(video, JobState.READY);

        assertEventsTellTheStory(video);
        assertEverythingListedIsStored(video, 4.0);
        assertThat(tasks(video)).isEmpty();
        eventually(() -> "still busy", () -> slots.busy() == 0);
        assertScratchIsEmpty();
        assertThat(encoders()).isEmpty();
    }

    private void assertEventsTellTheStory(VideoId video) {
        var events = events(video);
        assertThat(events.getFirst()).isInstanceOfSatisfying(VideoInspected.class, event -> {
            assertThat(event.getDurationSeconds()).isBetween(4.0, 4.5);
            assertThat(List.of(event.getWidth(), event.getHeight())).containsExactly(1280, 720);
        });
        assertThat(events).filteredOn(VideoPlayable.class::isInstance).hasSizeBetween(1, 2);
        assertThat(events.getLast()).isInstanceOfSatisfying(VideoReady.class, event -> {
            assertThat(event.getRenditionList()).extracting(Rendition::getName).containsExactly("360p", "480p", "720p");
            assertThat(event.getRenditionList()).allMatch(rendition -> rendition.getBitrate() > 50_000);
            assertThat(event.getHlsKey()).isEqualTo(OutputKeys.of(video, 1) + "master.m3u8");
            assertThat(event.getDashKey()).endsWith("/manifest.mpd");
            assertThat(event.getPosterKey()).endsWith("/poster.jpg");
            assertThat(event.getStoryboardKey()).endsWith("/storyboard.vtt");
        });
        assertThat(events.stream()
                        .filter(VideoProgressed.class::isInstance)
                        .map(event -> ((VideoProgressed) event).getProgress()))
                .isSorted();
    }

    /** Exactly what the playlists list is there, and both list the same. */
    private void assertEverythingListedIsStored(VideoId video, double seconds) throws IOException {
        var named =
                new TreeSet<>(Set.of("master.m3u8", "manifest.mpd", "poster.jpg", "storyboard.jpg", "storyboard.vtt"));
        var master = new MasterPlaylistParser().readPlaylist(text(video, "master.m3u8"));
        var playlists = new ArrayList<String>();
        master.variants().forEach(variant -> playlists.add(variant.uri()));
        master.alternativeRenditions()
                .forEach(sound -> playlists.add(sound.uri().orElseThrow()));
        for (var name : playlists) {
            var folder = name.substring(0, name.indexOf('/') + 1);
            var playlist = new MediaPlaylistParser().readPlaylist(text(video, name));
            assertThat(playlist.ongoing()).as(name + " goes on").isFalse();
            assertThat(playlist.mediaSegments().stream()
                            .mapToDouble(segment -> segment.duration())
                            .sum())
                    .isCloseTo(seconds, within(0.1));
            named.add(name);
            named.add(folder + "init.mp4");
            playlist.mediaSegments().forEach(segment -> named.add(folder + segment.uri()));
        }
        assertThat(stored(video)).containsExactlyElementsOf(named);

        var manifest = new MPDParser()
                .parse(new ByteArrayInputStream(text(video, "manifest.mpd").getBytes(UTF_8)));
        assertThat(manifest.getPeriods().getFirst().getAdaptationSets()).hasSize(2);
    }

    @Test
    void twoWorkersShareAVideo() throws IOException {
        var other = new Slots("other", new Slots.Room(2, 2, () -> true), queue, taskRun, outcomes, clock);
        other.start();
        try {
            var video = upload(LONGER_CLIP);
            eventually(() -> "it never ends", () -> {
                other.fill();
                other.beat();
                return jobs.find(video, 1).orElseThrow().state() == JobState.READY;
            });
            assertEverythingListedIsStored(video, 9.0);
        } finally {
            other.stop();
        }
    }

    @Test
    void aKilledEncoderCostsNoMoreThanItsChunk() throws IOException {
        var video = upload(LONGER_CLIP);
        eventually(() -> "nothing is encoded", () -> encoders().size() >= 2);
        encoders().forEach(ProcessHandle::destroyForcibly);

        awaitState(video, JobState.READY);
        assertEverythingListedIsStored(video, 9.0);
    }

    @Test
    void aLetterIsNoVideo() throws IOException {
        var video = upload("/clips/LICENSE");
        awaitState(video, JobState.FAILED);

        assertThat(events(video)).singleElement().isInstanceOfSatisfying(VideoFailed.class, event -> {
            assertThat(event.getCode()).isEqualTo("not-a-video");
            assertThat(event.getMessage()).isNotBlank();
        });
    }

    @Test
    void aDeletedVideoStopsItsEncodersSoonAndLeavesNothing() throws IOException {
        var video = upload(LONGER_CLIP);
        eventually(
                () -> "nothing is encoded",
                () -> encoders().size() >= 2 && !stored(video).isEmpty());

        var began = System.nanoTime();
        arrivals.delete(video);
        eventually(() -> "encoders live", () -> encoders().isEmpty());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        eventually(() -> "outputs stay", () -> stored(video).isEmpty());
        eventually(() -> "still busy", () -> slots.busy() == 0);
        assertThat(stored(video)).isEmpty();
        assertScratchIsEmpty();
    }

    @Test
    void aStoppedWorkerLetsAnotherGoOnAtOnce() throws IOException {
        var video = upload(LONGER_CLIP);
        eventually(() -> "nothing is encoded", () -> encoders().size() >= 2);

        slots.stop();
        assertThat(encoders()).isEmpty();
        assertThat(tasks(video)).noneMatch(task -> task.endsWith("running"));
        slots.start();

        awaitState(video, JobState.READY);
        assertEverythingListedIsStored(video, 9.0);
    }
}

package com.socialflow.workers.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.workers.footage.Footage;
import com.socialflow.workers.playlist.Layout;
import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A clip whose ladder is one chunk: two segments of its lowest rung come first, the rest with the other rungs. */
@TestPropertySource(properties = "socialflow.workers.chunk=60s")
class LeadTest extends WorkersTest {

    private static final int LEAD = 2;
    private static final int SEGMENTS = 7;

    @Test
    void theLadderGoesOnWithTheLowestRung() throws IOException {
        var video = upload(clip());
        awaitState(video, JobState.READY);

        assertThat(leadOf(video)).isEqualTo(LEAD);
        assertThat(playlist(video, "360p").mediaSegments()).hasSize(SEGMENTS);
        assertThat(playlist(video, "480p").mediaSegments()).hasSize(SEGMENTS);
        assertThat(playlist(video, "360p").ongoing()).isFalse();
        assertThat(stored(video)).filteredOn(name -> name.startsWith("360p/")).hasSize(SEGMENTS + 2);
    }

    @Test
    void aLadderThatIsDoneAgainTakesNothingFromWhoWatches() throws IOException {
        var video = upload(clip());
        var listed = new ArrayList<Integer>();
        var killed = new ArrayList<ProcessHandle>();
        eventually(() -> "listed " + listed, () -> {
            listed.add(listed(video));
            if (killed.isEmpty() && listed.getLast() > LEAD) {
                killed.addAll(encoders());
                killed.forEach(ProcessHandle::destroyForcibly);
            }
            return jobs.find(video, 1).orElseThrow().state() == JobState.READY;
        });

        assertThat(killed).as("encoders that were at work after the lead").isNotEmpty();
        assertThat(listed).isSorted();
        assertThat(playlist(video, "360p").mediaSegments()).hasSize(SEGMENTS);
        assertThat(playlist(video, "480p").mediaSegments()).hasSize(SEGMENTS);
    }

    @Test
    void whoeverHasToWaitForTheLadderGetsTheWholeLowestRungFirst() throws IOException {
        var first = upload(clip());
        eventually(() -> "no ladder", () -> tasks(first).stream().anyMatch(task -> task.startsWith("ladder")));
        var second = upload(clip());
        awaitState(first, JobState.READY);
        awaitState(second, JobState.READY);

        assertThat(List.of(leadOf(first), leadOf(second))).containsExactly(LEAD, 0);
        assertThat(playlist(second, "360p").mediaSegments()).hasSize(SEGMENTS);
    }

    @Test
    void aPlanFromBeforeThereWereLeadsHasNone() throws IOException {
        var video = upload(clip());
        awaitState(video, JobState.READY);
        jdbc.sql("UPDATE workers.job SET facts = facts - 'leadSegments' WHERE video_id = :video")
                .param("video", video.value())
                .update();

        assertThat(leadOf(video)).isZero();
    }

    private static Path clip() {
        return Footage.source(Footage.pattern("854x480", "10", "26") + " " + Footage.tone(440, "26")
                + " -c:v libx264 -preset ultrafast -c:a aac lead.mp4");
    }

    private VideoId upload(Path clip) throws IOException {
        try (var in = Files.newInputStream(clip)) {
            return upload(in);
        }
    }

    private int leadOf(VideoId video) {
        return Results.plan(jobs.find(video, 1).orElseThrow()).leadSegments();
    }

    private int listed(VideoId video) {
        return stored(video).contains(Layout.playlist("360p"))
                ? playlist(video, "360p").mediaSegments().size()
                : 0;
    }

    private MediaPlaylist playlist(VideoId video, String rendition) {
        try {
            return new MediaPlaylistParser().readPlaylist(text(video, Layout.playlist(rendition)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

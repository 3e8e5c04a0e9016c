package com.socialflow.workers.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.socialflow.workers.footage.Footage;
import com.socialflow.workers.footage.Kept;
import com.socialflow.workers.footage.RenditionChecks;
import com.socialflow.workers.inspect.Inspection.Inspected;
import com.socialflow.workers.inspect.InspectionLimits;
import com.socialflow.workers.inspect.Inspector;
import com.socialflow.workers.inspect.MediaFacts;
import com.socialflow.workers.ladder.EncodingPlan;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks that are encoded apart are one rendition afterwards, frame for frame. */
class StitchingTest {

    /** Neighbouring frames differ by 37 or 163 levels. */
    private static final int TOLERANCE = 12;

    private static final String NTSC = "30000/1001";

    @TempDir
    Path directory;

    @Test
    void everyRungHasEveryFrameOfTheSource() throws InterruptedException {
        var source = Footage.source(Footage.numbered("854x480", NTSC, "9.5") + " " + Footage.tone(440, "9.5")
                + " -c:v libx264 -preset ultrafast" + " -bf 2 -c:a aac two-rungs.mp4");
        var plan = plan(source, 4);
        assertThat(plan.ladderChunks()).hasSize(3);

        var kept = encoded(plan, source);

        assertThat(kept.renditions()).containsExactly("360p", "480p", "audio");
        assertThat(plan.grid().frames()).isEqualTo(285);
        RenditionChecks.assertPlayable(plan, kept);
        assertFrames(kept.whole("360p"), 285);
        assertFrames(kept.whole("480p"), 285);
        assertThat(kept.progress()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "-c:v libx264 -bf 3 -g 250 open.mkv", // one keyframe: each chunk decodes all before it
        "-c:v libx264 -bf 2 -g 40 broadcast.ts", // no index to seek by, and times that begin at 1.4 s
        "-c:v libx264 -bf 2 -g 40 stream.flv",
        "-c:v mpeg4 -q:v 3 -g 24 old.avi",
        "-c:v libvpx -b:v 500k -deadline realtime -cpu-used 8 web.webm"
    })
    void chunksShowTheRightFramesOfAnyContainer(String encoding) throws InterruptedException {
        var source = Footage.source(Footage.numbered("192x108", "25", "9") + " " + encoding);
        var plan = plan(source, 4);

        var kept = encoded(plan, source);

        assertThat(plan.grid().frames()).isBetween(224L, 226L);
        RenditionChecks.assertPlayable(plan, kept);
        assertFrames(kept.whole("108p"), plan.grid().frames());
    }

    /** The lowest rung is encoded in two runs, the others in one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-c:v libx264 -preset ultrafast -bf 2 two-rungs-lead.mp4",
                "-c:v libx264 -preset ultrafast -bf 2 -g 40 late.ts" // times that begin at 1.4 s
            })
    void theLadderGoesOnWhereTheLeadOfTheLowestRungEnds(String encoding) throws InterruptedException {
        var source = Footage.source(Footage.numbered("854x480", NTSC, "9.5") + " " + encoding);
        var plan = plan(source, 600).withLead(1);
        assertThat(plan.ladderChunks()).hasSize(1);

        var kept = encoded(plan, source);

        assertThat(kept.renditions()).containsExactly("360p", "480p");
        RenditionChecks.assertPlayable(plan, kept);
        assertFrames(kept.whole("360p"), plan.grid().frames());
        assertFrames(kept.whole("480p"), plan.grid().frames());
        assertThat(kept.progress()).isEqualTo(1);
    }

    @Test
    void aLeadOfAVariableRateLooksTheSameAsTheWhole() throws InterruptedException {
        var source = Footage.source(Footage.numbered("854x480", "30", "9")
                + " -vf select='not(between(t,3.2,5.1))*gt(random(1),0.3)' -fps_mode vfr -c:v libx264"
                + " -preset ultrafast variable-lead.mp4");
        var led = encoded(plan(source, 600).withLead(1), source);
        var whole = new Kept(directory.resolve("whole"));
        var plan = plan(source, 600);
        new Encoder(Footage.FFMPEG).opening(plan, plan.openingChunks().getFirst(), source, whole);

        var expected = Footage.levels(whole.whole("360p"));
        var actual = Footage.levels(led.whole("360p"));
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).as("frame " + i).isCloseTo(expected.get(i), within(TOLERANCE));
        }
    }

    @Test
    void aSourceOfVariableRateLooksTheSameInChunksAsInOnePiece() throws InterruptedException {
        // Stands still over the chunk's boundary at 4 s, and moves irregularly elsewhere.
        var source = Footage.source(Footage.numbered("192x108", "30", "9")
                + " -vf select='not(between(t,3.2,5.1))*gt(random(1),0.3)' -fps_mode vfr -c:v libx264 variable.mp4");
        var pieces = encoded(plan(source, 4), source);
        var whole = new Kept(directory.resolve("whole"));
        var plan = plan(source, 600);
        new Encoder(Footage.FFMPEG).opening(plan, plan.openingChunks().getFirst(), source, whole);

        var expected = Footage.levels(whole.whole("108p"));
        var actual = Footage.levels(pieces.whole("108p"));
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).as("frame " + i).isCloseTo(expected.get(i), within(TOLERANCE));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"long-sound.mp4", "long-sound.mkv", "long-sound.ts", "-c:v libvpx -c:a libopus long-sound.webm"})
    void aPictureThatEndsBeforeTheSoundStandsStill(String name) throws InterruptedException {
        var source = Footage.source(Footage.pattern("192x108", "25", "1.2") + " " + Footage.tone(440, "9")
                + " -c:v libx264 -c:a aac " + name);
        var plan = plan(source, 4);
        assertThat(plan.grid().frames()).isBetween(225L, 227L);

        RenditionChecks.assertPlayable(plan, encoded(plan, source));
    }

    private static void assertFrames(Path rendition, long frames) {
        var levels = Footage.levels(rendition);
        assertThat(levels).hasSize((int) frames);
        for (int i = 0; i < levels.size(); i++) {
            assertThat(levels.get(i)).as("frame " + i).isCloseTo(Footage.level(i), within(TOLERANCE));
        }
    }

    private Kept encoded(EncodingPlan plan, Path source) throws InterruptedException {
        var encoder = new Encoder(Footage.FFMPEG);
        var kept = new Kept(directory.resolve("kept"));
        encoder.audio(plan, source, kept);
        // Last first: chunks know nothing of one another.
        for (var chunk : plan.openingChunks().reversed()) {
            encoder.opening(plan, chunk, source, kept);
        }
        for (var chunk : plan.ladderChunks().reversed()) {
            encoder.ladder(plan, chunk, source, kept);
        }
        return kept;
    }

    private static EncodingPlan plan(Path source, double chunkSeconds) throws InterruptedException {
        return EncodingPlan.of(facts(source), chunkSeconds, chunkSeconds);
    }

    private static MediaFacts facts(Path source) throws InterruptedException {
        var inspection = new Inspector(Footage.FFMPEG, InspectionLimits.DEFAULT).inspect(source);
        assertThat(inspection).isInstanceOf(Inspected.class);
        return ((Inspected) inspection).facts();
    }
}

package com.socialflow.workers.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.workers.inspect.FrameRate;
import com.socialflow.workers.inspect.MediaFacts;
import com.socialflow.workers.inspect.VideoFacts;
import com.socialflow.workers.inspect.VideoFacts.Colour;
import com.socialflow.workers.inspect.VideoFacts.Transfer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {

    @ParameterizedTest
    @CsvSource({
        "1920, 1080, 640x360 854x480 1280x720 1920x1080",
        "1080, 1920, 360x640 480x854 720x1280 1080x1920",
        "3840, 2160, 640x360 854x480 1280x720 1920x1080 2560x1440 3840x2160",
        "7680, 4320, 640x360 854x480 1280x720 1920x1080 2560x1440 3840x2160",
        "640, 360, 640x360",
        "641, 361, 640x360",
        "320, 180, 320x180",
        "201, 113, 200x112",
        "1000, 1000, 360x360 480x480 720x720 1000x1000",
        "1024, 768, 480x360 640x480 960x720",
        "3440, 1440, 860x360 1146x480 1720x720 2580x1080 3440x1440",
        "8000, 1000, 2880x360 3840x480",
        "8192, 16, 4096x8"
    })
    void rungsAreEvenAndNeverLargerThanTheSource(int width, int height, String expected) {
        var rungs = Ladder.of(video(width, height, "30/1", "30/1"), new FrameRate(30, 1));

        assertThat(rungs.stream()
                        .map(rung -> rung.width() + "x" + rung.height())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void fastVideosGetMoreBits() {
        var video = video(1280, 720, "60/1", "60/1");

        assertThat(Ladder.of(video, new FrameRate(60, 1)).getLast().bitrateMax())
                .isEqualTo(4_200_000);
        assertThat(Ladder.of(video, new FrameRate(30, 1)).getLast().bitrateMax())
                .isEqualTo(2_800_000);
    }

    @Test
    void aStripIsWorthNoMoreThanItsArea() {
        var strip =
                Ladder.of(video(4096, 16, "30/1", "30/1"), new FrameRate(30, 1)).getFirst();

        assertThat(strip.bitrateMax()).isBetween(200_000, 400_000);
    }

    @ParameterizedTest
    @CsvSource({
        // average, base, chosen
        "30/1, 30/1, 30/1",
        "30000/1001, 30000/1001, 30000/1001",
        "24000/1001, 24000/1001, 24000/1001",
        "989/33, 30000/1001, 30000/1001", // FLV counts milliseconds
        "1000000/33333, 1000000/33333, 30/1",
        "25/2, 25/2, 25/2",
        "120/1, 120/1, 60/1",
        "120000/1001, 120000/1001, 60000/1001",
        "240/1, 240/1, 60/1",
        "144/1, 144/1, 36/1",
        "1/5, 1/5, 5/1",
        "2977/100, 90000/1, 30000/1001", // a phone
        "29/1, 120/1, 30000/1001",
        "22/1, 1000/1, 22/1",
        "7/1, 30/1, 30/1", // a screen recording that stands still at times
        "600/1, 30000/1001, 30000/1001" // AVI that counts packets
    })
    void theGridHasARateThatFits(String average, String base, String expected) {
        var rate = GridRate.of(video(640, 360, average, base));

        assertThat(rate.toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"30/1", "30000/1001", "24000/1001", "25/1", "60000/1001", "25/2", "60/1", "5/1"})
    void chunksCoverEveryFrameOnceAndCutAtSegments(String rate) {
        var plan = EncodingPlan.of(new MediaFacts("mov", 1, 0, video(1280, 720, rate, rate), null), 600, 60);

        long frame = 0;
        for (var chunk : plan.ladderChunks()) {
            assertThat(chunk.firstFrame()).isEqualTo(frame);
            assertThat(chunk.firstFrame())
                    .isEqualTo((long) chunk.firstSegment() * plan.grid().segmentFrames());
            frame += chunk.frames();
        }
        assertThat(frame).isEqualTo(plan.grid().frames());
        assertThat(plan.grid().segmentSeconds()).isBetween(3.9, 4.1);
        assertThat(plan.grid().timescale() % plan.grid().rate().numerator()).isZero();
        assertThat(plan.openingChunks()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"60, 5", "80, 4", "120, 2", "248, 1", "250, 1", "600, 1"})
    void aShortRestGoesWithTheChunkBefore(double chunkSeconds, int chunksOf250Seconds) {
        var facts = new MediaFacts("mov", 1, 0, video(1280, 720, "30/1", "30/1"), null);

        assertThat(EncodingPlan.of(facts, 600, chunkSeconds).ladderChunks()).hasSize(chunksOf250Seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "1280, 720, 60, 2", // 250 s are five chunks
        "1280, 720, 600, 2",
        "640, 360, 600, 0"
    })
    void onlyALadderOfOneChunkTakesOverTheLowestRung(int width, int height, double chunkSeconds, int lead) {
        var facts = new MediaFacts("mov", 1, 0, video(width, height, "30/1", "30/1"), null);

        var plan = EncodingPlan.of(facts, 600, chunkSeconds).withLead();

        assertThat(plan.leadSegments()).isEqualTo(plan.ladderChunks().size() == 1 ? lead : 0);
    }

    @Test
    void aLeadAndWhatIsBeyondItAreTheWhole() {
        var facts = new MediaFacts("mov", 1, 0, video(1280, 720, "30/1", "30/1"), null);
        var plan = EncodingPlan.of(facts, 600, 600).withLead();
        var lowest = plan.rungs().getFirst();
        var ladder = plan.ladderChunks().getFirst();

        assertThat(plan.openingChunks()).singleElement().satisfies(opening -> {
            assertThat(opening.frames()).isEqualTo(2L * plan.grid().segmentFrames());
            var rest = plan.beyondLead(ladder, lowest);
            assertThat(rest.firstFrame()).isEqualTo(opening.frames());
            assertThat(rest.firstSegment()).isEqualTo(2);
            assertThat(opening.frames() + rest.frames()).isEqualTo(plan.grid().frames());
        });
        assertThat(plan.ladderRungs()).isEqualTo(plan.rungs());
        assertThat(plan.beyondLead(ladder, plan.rungs().getLast())).isEqualTo(ladder);
    }

    private static VideoFacts video(int width, int height, String average, String base) {
        var colour = new Colour("bt709", Transfer.SDR, false);
        return new VideoFacts(
                0,
                "h264",
                width,
                height,
                width,
                height,
                0,
                "yuv420p",
                colour,
                false,
                rate(average),
                rate(base),
                0,
                250);
    }

    private static FrameRate rate(String text) {
        var parts = text.split("/", 2);
        return new FrameRate(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}

package com.socialflow.workers.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.socialflow.workers.footage.Footage;
import com.socialflow.workers.footage.Kept;
import com.socialflow.workers.footage.RenditionChecks;
import com.socialflow.workers.inspect.AudioFacts;
import com.socialflow.workers.inspect.FrameRate;
import com.socialflow.workers.inspect.Inspection;
import com.socialflow.workers.inspect.InspectionLimits;
import com.socialflow.workers.inspect.Inspector;
import com.socialflow.workers.inspect.VideoFacts.Transfer;
import com.socialflow.workers.ladder.EncodingPlan;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All kinds of sources that people have become playable renditions. */
class SourcesTest {

    private static final String H264 = " -c:v libx264 -preset ultrafast ";

    @TempDir
    Path directory;

    @Test
    void withoutSound() throws InterruptedException {
        var plan = assertPlays(Footage.pattern("192x108", "25", "1") + H264 + "mute.mp4");

        assertThat(plan.facts().audio()).isNull();
        assertThat(plan.grid().frames()).isEqualTo(25);
    }

    @Test
    void withNothingButSilence() throws InterruptedException {
        var plan =
                assertPlays(Footage.pattern("192x108", "25", "1") + " -f lavfi -i anullsrc=d=1" + H264 + "silent.mp4");

        assertThat(plan.facts().audio()).isNotNull();
    }

    @Test
    void withOddSides() throws InterruptedException {
        var plan = assertPlays(Footage.pattern("201x113", "25", "1") + " -c:v libx264 -pix_fmt yuv444p odd.mp4");

        assertSize(plan, 200, 112);
    }

    @Test
    void upright() throws InterruptedException {
        assertSize(assertPlays(Footage.pattern("108x192", "25", "1") + H264 + "portrait.mp4"), 108, 192);
    }

    @Test
    void turnedByItsHeader() throws InterruptedException {
        var lying = Footage.source(Footage.pattern("192x108", "25", "1") + H264 + "lying.mp4");

        var plan = assertPlays("-display_rotation 90 -i " + lying + " -c copy turned.mp4");

        assertThat(plan.facts().video().rotation()).isEqualTo(270);
        assertSize(plan, 108, 192);
    }

    @Test
    void ofVariableRate() throws InterruptedException {
        var plan = assertPlays(Footage.pattern("192x108", "30", "2") + " -vf select='gt(mod(n\\,7)\\,1)' -fps_mode vfr"
                + H264 + "variable.mp4");

        assertThat(plan.grid().rate()).isEqualTo(new FrameRate(30, 1));
    }

    @Test
    void ofTenBits() throws InterruptedException {
        assertPlays(Footage.pattern("192x108", "25", "1") + " -pix_fmt yuv420p10le -c:v libx264 ten.mkv");
    }

    @Test
    void ofHighDynamicRange() throws InterruptedException {
        var bright = " -f lavfi -i color=gray:s=192x108:r=25:d=1,format=yuv420p10le,geq=lum=573:cb=512:cr=512";
        var x265 = " -c:v libx265 -x265-params log-level=error -preset ultrafast ";
        var bt2020 = ",setparams=range=tv:color_primaries=bt2020:colorspace=bt2020nc:color_trc=";

        var pq = assertPlays(bright + bt2020 + "smpte2084" + x265 + "pq.mp4");
        // 573 of 1023 is diffuse white in PQ (ITU-R BT.2408), and must be bright, though not the brightest there is.
        assertThat(Footage.levels(directory.resolve("108p/whole.mp4")).getFirst())
                .isBetween(185, 225);
        var hlg = assertPlays(Footage.pattern("192x108", "25", "1") + " -vf format=yuv420p10le" + bt2020
                + "arib-std-b67" + x265 + "hlg.mkv");

        assertThat(pq.facts().video().colour().transfer()).isEqualTo(Transfer.PQ);
        assertThat(hlg.facts().video().colour().transfer()).isEqualTo(Transfer.HLG);
    }

    @Test
    void interlaced() throws InterruptedException {
        var plan = assertPlays(Footage.pattern("192x108", "50", "2")
                + " -vf tinterlace=interleave_top,setfield=tff -c:v mpeg2video -flags +ilme+ildct -q:v 3 tape.ts");

        assertThat(plan.facts().video().interlaced()).isTrue();
        assertThat(plan.grid().rate()).isEqualTo(new FrameRate(25, 1));
    }

    @Test
    void ofSixtyFramesAndMore() throws InterruptedException {
        var sixty = assertPlays(Footage.numbered("192x108", "60000/1001", "1") + H264 + "sixty.mp4");
        var twice = assertPlays(Footage.numbered("192x108", "120", "1") + H264 + "twice.mp4");

        assertThat(sixty.grid().rate()).isEqualTo(new FrameRate(60_000, 1001));
        assertThat(twice.grid().rate()).isEqualTo(new FrameRate(60, 1));
        assertThat(twice.grid().frames()).isEqualTo(60);
    }

    @Test
    void asTheBrowserRecordsThem() throws InterruptedException {
        // MediaRecorder writes neither a duration nor an index.
        var plan = assertPlays(Footage.pattern("192x108", "25", "2") + " " + Footage.tone(440, "2")
                + " -c:v libvpx -deadline realtime -cpu-used 8 -b:v 300k -c:a libopus -live 1 recorded.webm");

        assertThat(plan.grid().frames()).isEqualTo(50);
    }

    @Test
    void inTheContainersOfOldCameras() throws InterruptedException {
        assertPlays(Footage.pattern("192x108", "25", "1") + " " + Footage.tone(440, "1")
                + " -c:v mpeg4 -c:a libmp3lame divx.avi");
        assertPlays(Footage.pattern("192x108", "25", "1") + " " + Footage.tone(440, "1")
                + " -c:v mjpeg -pix_fmt yuvj422p -c:a pcm_s16le camera.mov");
        assertPlays(Footage.pattern("192x108", "25", "1") + " " + Footage.tone(440, "1")
                + " -c:v flv -c:a libmp3lame -ar 44100 flash.flv");
    }

    @Test
    void withSeveralTracksOfSoundOfWhichTheFirstIsUsed() throws InterruptedException {
        var plan = assertPlays(Footage.pattern("192x108", "25", "1") + " -f lavfi -i anullsrc=d=1 "
                + Footage.tone(440, "1") + " -map 0 -map 1 -map 2" + H264 + "tracks.mkv");

        assertThat(plan.facts().audio()).extracting(AudioFacts::stream).isEqualTo(1);
        var heard = Footage.ffmpeg(
                "-v",
                "info",
                "-i",
                directory.resolve("audio/whole.mp4").toString(),
                "-af",
                "volumedetect",
                "-f",
                "null",
                "-");
        assertThat(heard.complaint()).contains("max_volume: -91.0 dB");
    }

    @Test
    void ofAFifthOfASecond() throws InterruptedException {
        var plan = assertPlays(
                Footage.pattern("192x108", "25", "0.2") + " " + Footage.tone(440, "0.2") + H264 + "blink.mp4");

        assertThat(plan.grid().frames()).isEqualTo(5);
    }

    @Test
    void ofOneFrame() throws InterruptedException {
        var plan = assertPlays(Footage.pattern("192x108", "25", "0.04") + H264 + "frame.mp4");

        assertThat(plan.grid().frames()).isEqualTo(1);
    }

    @Test
    void withACoverWhichIsNotTheVideo() throws InterruptedException {
        var cover = Footage.source(Footage.pattern("300x300", "1", "1") + " -frames:v 1 -c:v mjpeg cover.mov");
        var film = Footage.source(Footage.pattern("192x108", "25", "1") + H264 + "film.mp4");

        var plan = assertPlays(
                "-i " + cover + " -i " + film + " -map 0 -map 1 -c copy -disposition:v:0 attached_pic covered.mp4");

        assertSize(plan, 192, 108);
    }

    @Test
    void withLessSoundThanPicture() throws InterruptedException {
        assertPlays(Footage.pattern("192x108", "25", "3") + " " + Footage.tone(440, "0.7") + H264 + "short-sound.mkv");
    }

    @Test
    void withTimesThatDoNotBeginAtZero() throws InterruptedException {
        var plan = assertPlays(Footage.numbered("192x108", "25", "2") + " " + Footage.tone(440, "2") + H264
                + "-output_ts_offset 3600 late.ts");

        assertThat(plan.grid().frames()).isEqualTo(50);
        assertThat(Footage.levels(directory.resolve("108p/whole.mp4")).getFirst())
                .isCloseTo(Footage.level(0), within(12));
    }

    @Test
    void withSoundThatBeginsLater() throws InterruptedException {
        var plan = assertPlays(
                Footage.pattern("192x108", "25", "3") + " -itsoffset 1 " + Footage.tone(440, "2") + H264 + "later.mkv");

        assertThat(plan.grid().frames()).isEqualTo(75);
        assertThat(silenceEnds()).isCloseTo(1.0, within(0.03));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shifted.ts", "shifted.mkv", "shifted.mp4"})
    void whereSoundAndPictureBeginApart(String name) throws InterruptedException {
        // The picture begins 0.32 s after the sound, in which a tone begins at 1 s: 0.68 s into the picture.
        var plan = assertPlays("-itsoffset 0.32 " + Footage.numbered("192x108", "25", "2")
                + " -f lavfi -i sine=f=440:d=2.32,volume=0:enable='lt(t,1)'" + H264 + name);

        assertThat(plan.grid().frames()).isBetween(50L, 51L);
        assertThat(Footage.levels(directory.resolve("108p/whole.mp4")).getFirst())
                .isCloseTo(Footage.level(0), within(12));
        assertThat(silenceEnds()).isCloseTo(0.68, within(0.03));
    }

    @Test
    void withPixelsThatAreNotSquare() throws InterruptedException {
        var plan = assertPlays(Footage.pattern("144x116", "25", "1") + " -vf setsar=16/11" + H264 + "wide.mkv");

        assertSize(plan, 208, 116);
    }

    @Test
    void thatChangeTheirSizeMidway() throws InterruptedException {
        var small = Footage.source(Footage.numbered("96x54", "25", "1") + H264 + "small.ts");
        var large = Footage.source(Footage.numbered("192x108", "25", "1") + H264 + "large.ts");

        var plan = assertPlays("-i concat:" + large + "|" + small + " -c copy changing.ts");

        assertThat(plan.grid().frames()).isBetween(49L, 52L);
    }

    @Test
    void withDamageInTheMiddle() throws InterruptedException {
        var whole = Footage.source(
                Footage.pattern("192x108", "25", "4") + " " + Footage.tone(440, "4") + H264 + "-g 10 sound.mp4");
        var scratched = Footage.changed(whole, "scratched.mp4", bytes -> {
            Arrays.fill(bytes, bytes.length / 3, bytes.length / 2, (byte) 0x5a);
            return bytes;
        });

        assertThat(assertPlays(scratched).grid().frames()).isEqualTo(100);
    }

    @Test
    void inFullRangeAndOtherColours() throws InterruptedException {
        assertPlays(
                Footage.pattern("192x108", "25", "1") + " -vf scale=out_range=pc,format=yuvj420p" + H264 + "full.mp4");
        assertPlays(
                Footage.pattern("192x108", "25", "1") + " -c:v libx264rgb -pix_fmt rgb24 -preset ultrafast rgb.mkv");
        assertPlays(Footage.pattern("192x108", "25", "1") + " -c:v qtrle -pix_fmt argb transparent.mov");
    }

    /** When the sound's last silence, of at least 0.3 s, is over: in seconds. */
    private double silenceEnds() throws InterruptedException {
        var heard = Footage.ffmpeg(
                "-v",
                "info",
                "-i",
                directory.resolve("audio/whole.mp4").toString(),
                "-af",
                "silencedetect=n=-40dB:d=0.3",
                "-f",
                "null",
                "-");
        return Double.parseDouble(heard.complaint().replaceAll("(?s).*silence_end: (\\S+).*", "$1"));
    }

    private EncodingPlan assertPlays(String arguments) throws InterruptedException {
        return assertPlays(Footage.source(arguments));
    }

    private EncodingPlan assertPlays(Path source) throws InterruptedException {
        var inspection = new Inspector(Footage.FFMPEG, InspectionLimits.DEFAULT).inspect(source);
        assertThat(inspection).isInstanceOf(Inspection.Inspected.class);
        var plan = EncodingPlan.of(((Inspection.Inspected) inspection).facts());
        var encoder = new Encoder(Footage.FFMPEG);
        var kept = new Kept(directory);
        encoder.audio(plan, source, kept);
        encoder.opening(plan, plan.openingChunks().getFirst(), source, kept);
        assertThat(plan.ladderChunks()).isEmpty();
        RenditionChecks.assertPlayable(plan, kept);
        return plan;
    }

    private static void assertSize(EncodingPlan plan, int width, int height) {
        assertThat(List.of(
                        plan.rungs().getLast().width(), plan.rungs().getLast().height()))
                .containsExactly(width, height);
    }
}

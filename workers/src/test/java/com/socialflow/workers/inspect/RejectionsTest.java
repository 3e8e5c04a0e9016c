package com.socialflow.workers.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import com.socialflow.workers.footage.Footage;
import com.socialflow.workers.inspect.Inspection.Inspected;
import com.socialflow.workers.inspect.Inspection.Rejected;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that can't become videos are refused with a reason. */
class RejectionsTest {

    private static final String H264 = " -c:v libx264 -preset ultrafast ";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just some words, however many of them there are",
                "<!doctype html><title>a page</title>",
                "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile /etc/passwd\n",
                "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"><Period/></MPD>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\"/>",
                "1\n00:00:00,000 --> 00:00:01,000\nhello\n",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n"
            })
    void textsOfAnyKind(String text) throws Exception {
        var file = Files.writeString(directory.resolve("video.mp4"), text);

        assertThat(rejection(file)).isEqualTo(Rejection.NOT_A_VIDEO);
    }

    @Asvs("V5.2.2")
    @Test
    void noise() throws Exception {
        var bytes = new byte[200_000];
        new Random(7).nextBytes(bytes);

        assertThat(rejection(Files.write(directory.resolve("noise.mp4"), bytes)))
                .isEqualTo(Rejection.NOT_A_VIDEO);
    }

    @Test
    void pictures() throws Exception {
        var png = Footage.source(Footage.pattern("64x64", "1", "1") + " -frames:v 1 -f image2 -update 1 still.png");
        var gif = Footage.source(Footage.pattern("64x64", "10", "1") + " still.gif");

        assertThat(rejection(png)).isEqualTo(Rejection.NOT_A_VIDEO);
        assertThat(rejection(gif)).isEqualTo(Rejection.NOT_A_VIDEO);
    }

    @Test
    void songsWithACover() throws Exception {
        var cover = Footage.source(Footage.pattern("300x300", "1", "1") + " -frames:v 1 -c:v mjpeg cover.mov");
        var song = Footage.source("-i " + cover + " " + Footage.tone(440, "1")
                + " -map 0 -map 1 -c:v copy -c:a aac -disposition:v attached_pic song.m4a");

        assertThat(rejection(song)).isEqualTo(Rejection.NO_VIDEO_STREAM);
    }

    @Test
    void whatIsCutOff() throws Exception {
        var pattern = Footage.pattern("192x108", "25", "12") + H264;
        var indexLast = Footage.source(pattern + "index-last.mp4");
        var indexFirst = Footage.source(pattern + "-movflags +faststart index-first.mp4");
        var matroska = Footage.source(pattern + "whole.mkv");
        var avi = Footage.source(Footage.pattern("192x108", "25", "12") + " -c:v mpeg4 whole.avi");

        for (var whole : new Path[] {indexLast, indexFirst, matroska, avi}) {
            var half = Footage.changed(whole, "half", bytes -> Arrays.copyOf(bytes, bytes.length / 2));
            assertThat(rejection(half)).as(whole.toString()).isEqualTo(Rejection.TRUNCATED);
        }
    }

    @Test
    void whatIsEncrypted() throws Exception {
        var key = "00112233445566778899aabbccddeeff";
        var file = Footage.source(Footage.pattern("192x108", "25", "1") + H264
                + "-encryption_scheme cenc-aes-ctr -encryption_key " + key + " -encryption_kid " + key + " locked.mp4");

        assertThat(rejection(file)).isEqualTo(Rejection.ENCRYPTED);
    }

    @Test
    void absurdSizes() throws Exception {
        var wide = Footage.source("-f lavfi -i color=s=8448x32:r=5:d=0.4 -c:v mjpeg -pix_fmt yuvj420p wide.mov");
        var tiny = Footage.source("-f lavfi -i color=s=8x8:r=5:d=1 -c:v mpeg4 tiny.mp4");

        assertThat(rejection(wide)).isEqualTo(Rejection.DIMENSIONS_UNSUPPORTED);
        assertThat(rejection(tiny)).isEqualTo(Rejection.DIMENSIONS_UNSUPPORTED);
    }

    @Test
    void whatIsTooLong() throws Exception {
        var limits = new InspectionLimits(Duration.ofSeconds(1), 16, 8192, 8192L * 4352);
        var file = Footage.source(Footage.pattern("192x108", "25", "2") + H264 + "long.mp4");

        assertThat(rejection(file, limits)).isEqualTo(Rejection.TOO_LONG);
    }

    @Test
    void whatHasNoFramesThatCanBeDecoded() throws Exception {
        var file = Footage.source(Footage.pattern("192x108", "25", "1") + H264 + "blank.mp4");
        // Samples of nothing but zeros.
        var blank = Footage.changed(file, "zeros.mp4", RejectionsTest::withoutSamples);

        assertThat(rejection(blank)).isEqualTo(Rejection.NO_FRAMES);
    }

    @Test
    void codecsThatNobodyKnows() throws Exception {
        var file = Footage.source(Footage.pattern("192x108", "25", "1") + H264 + "known.mp4");
        var unknown = Footage.changed(file, "unknown.mp4", bytes -> replace(bytes, "avc1\0\0\0\0", "xyz9\0\0\0\0"));

        assertThat(rejection(unknown)).isEqualTo(Rejection.UNSUPPORTED_CODEC);
    }

    @Asvs("V5.2.3")
    @Test
    void fewBytesThatUnpackToHours() throws Exception {
        var file = Footage.source(
                "-f lavfi -i color=s=1920x1080:r=1/3600:d=36000 -c:v libx264 -preset ultrafast trap.mkv");
        assertThat(Files.size(file)).isLessThan(100_000);

        assertThat(rejection(file)).isEqualTo(Rejection.DECOMPRESSION_TRAP);
    }

    @Asvs({"V5.2.2", "V5.4.1"})
    @Test
    void aNameMeansNothing() throws Exception {
        var film = Footage.source(Footage.pattern("192x108", "25", "1") + H264 + "named.mp4");
        var misnamed = Files.copy(film, directory.resolve("-i %03d concat:x;.png"));

        assertThat(inspect(misnamed, InspectionLimits.DEFAULT)).isInstanceOf(Inspected.class);
    }

    private static Rejection rejection(Path file) throws InterruptedException {
        return rejection(file, InspectionLimits.DEFAULT);
    }

    private static Rejection rejection(Path file, InspectionLimits limits) throws InterruptedException {
        var inspection = inspect(file, limits);
        assertThat(inspection).isInstanceOf(Rejected.class);
        var rejected = (Rejected) inspection;
        assertThat(rejected.code()).matches("[a-z-]+");
        assertThat(rejected.message()).endsWith(".").doesNotContain(file.toString());
        return rejected.reason();
    }

    private static Inspection inspect(Path file, InspectionLimits limits) throws InterruptedException {
        return new Inspector(Footage.FFMPEG, limits).inspect(file);
    }

    private static byte[] withoutSamples(byte[] bytes) {
        int mdat = indexOf(bytes, "mdat");
        int moov = indexOf(bytes, "moov");
        Arrays.fill(bytes, mdat + 4, moov > mdat ? moov - 4 : bytes.length, (byte) 0);
        return bytes;
    }

    private static byte[] replace(byte[] bytes, String what, String by) {
        var replacement = by.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(replacement, 0, bytes, indexOf(bytes, what), replacement.length);
        return bytes;
    }

    private static int indexOf(byte[] bytes, String what) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(what);
    }
}

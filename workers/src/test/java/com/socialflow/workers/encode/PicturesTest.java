package com.socialflow.workers.encode;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.workers.footage.Footage;
import com.socialflow.workers.inspect.Inspection.Inspected;
import com.socialflow.workers.inspect.InspectionLimits;
import com.socialflow.workers.inspect.Inspector;
import com.socialflow.workers.inspect.MediaFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {

    private static final Pattern CUE = Pattern.compile(
            "\\d\\d:\\d\\d:(\\S+) --> \\d\\d:\\d\\d:(\\S+)\\nboard.jpg#xywh=(\\d+),(\\d+),(\\d+),(\\d+)");

    @TempDir
    Path directory;

    private final Pictures pictures = new Pictures(Footage.FFMPEG);

    @Test
    void thePosterIsNotBlackWhenTheVideoBeginsBlack() throws Exception {
        var source = Footage.source("-f lavfi -i color=black:s=320x180:r=10:d=3 "
                + Footage.pattern("320x180", "10", "3") + " -filter_complex [0][1]concat -c:v libx264 fade.mp4");

        var poster = Files.write(directory.resolve("poster.jpg"), pictures.poster(facts(source), source));

        assertThat(size(poster)).isEqualTo("320,180");
        assertThat(Footage.levels(poster).getFirst()).isGreaterThan(40);
    }

    @Test
    void aVideoThatIsBlackThroughoutHasABlackPoster() throws Exception {
        var source = Footage.source("-f lavfi -i color=black:s=320x180:r=10:d=1 -c:v libx264 night.mp4");

        assertThat(pictures.poster(facts(source), source)).isNotEmpty();
    }

    @Test
    void thePosterOfOneFrameIsThatFrame() throws Exception {
        var source = Footage.source(Footage.pattern("320x180", "10", "0.1") + " -c:v libx264 frame.mp4");

        assertThat(pictures.poster(facts(source), source)).isNotEmpty();
    }

    @Test
    void theStoryboardHasAPictureForEveryCue() throws Exception {
        var source = Footage.source(
                Footage.numbered("320x180", "5", "43") + " -c:v libx264 -g 5 -preset ultrafast long.mp4");
        var facts = facts(source);

        var board = pictures.storyboard(facts, source, "board.jpg").orElseThrow();

        var image = Files.write(directory.resolve("board.jpg"), board.jpeg());
        assertThat(size(image)).isEqualTo("1600,270"); // 22 pictures, ten in a row
        assertThat(board.track()).startsWith("WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nboard.jpg#xywh=0,0,160,90\n");
        var cues = CUE.matcher(board.track()).results().toList();
        assertThat(cues).hasSize(22);
        assertThat(cues.getLast().group(2)).isEqualTo("43.000");
        for (var cue : cues) {
            assertThat(Integer.parseInt(cue.group(3)) + Integer.parseInt(cue.group(5)))
                    .isLessThanOrEqualTo(1600);
            assertThat(Integer.parseInt(cue.group(4)) + Integer.parseInt(cue.group(6)))
                    .isLessThanOrEqualTo(270);
        }
        // The picture at 20 s is the one in the second row's first column: frame 100.
        var tile = Footage.source("-i " + image + " -vf crop=160:90:0:90 -f image2 -update 1 tile.png");
        assertThat(Footage.levels(tile).getFirst()).isBetween(Footage.level(100) - 14, Footage.level(100) + 14);
        Files.delete(tile);
    }

    @Test
    void anUprightVideoHasUprightPictures() throws Exception {
        var source = Footage.source(Footage.pattern("180x320", "10", "5") + " -c:v libx264 upright.mp4");

        var board = pictures.storyboard(facts(source), source, "board.jpg").orElseThrow();

        assertThat(board.track()).contains("board.jpg#xywh=180,0,90,160");
    }

    @Test
    void aBlinkHasNoStoryboard() throws Exception {
        var source = Footage.source(Footage.pattern("320x180", "10", "1") + " -c:v libx264 blink.mp4");

        assertThat(pictures.storyboard(facts(source), source, "board.jpg")).isEmpty();
    }

    private static String size(Path picture) throws IOException {
        return Footage.ffprobe("-show_entries", "stream=width,height", "-of", "csv=p=0", picture.toString());
    }

    private static MediaFacts facts(Path source) throws InterruptedException {
        return ((Inspected) new Inspector(Footage.FFMPEG, InspectionLimits.DEFAULT).inspect(source)).facts();
    }
}

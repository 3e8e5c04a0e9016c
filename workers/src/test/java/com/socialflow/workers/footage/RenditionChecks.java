package com.socialflow.workers.footage;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.workers.cmaf.Segment;
import com.socialflow.workers.encode.Encoder;
import com.socialflow.workers.ladder.EncodingPlan;
import com.socialflow.workers.ladder.Rung;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import org.mp4parser.IsoFile;
import org.mp4parser.boxes.iso14496.part12.MovieFragmentBox;
import org.mp4parser.boxes.iso14496.part12.MovieFragmentHeaderBox;
import org.mp4parser.boxes.iso14496.part12.TrackFragmentBaseMediaDecodeTimeBox;
import org.mp4parser.boxes.iso14496.part12.TrackFragmentHeaderBox;
import org.mp4parser.boxes.iso14496.part12.TrackRunBox;
import org.mp4parser.boxes.iso14496.part15.AvcConfigurationBox;
import org.mp4parser.tools.Path;

/** What must hold of every rendition, read by other parsers than the program's own. */
public final class RenditionChecks {

    private static final int IDR = 5;
    private static final int SLICE = 1;

    private RenditionChecks() {}

    /** All renditions of a plan are there, whole, cut at equal times, and ffmpeg decodes every frame of them. */
    public static void assertPlayable(EncodingPlan plan, Kept kept) {
        for (var rung : plan.rungs()) {
            assertPicture(plan, rung, kept);
        }
        if (plan.facts().audio() != null) {
            assertSound(plan, kept);
        }
    }

    private static void assertPicture(EncodingPlan plan, Rung rung, Kept kept) {
        var grid = plan.grid();
        var name = rung.name();
        assertThat(kept.segments(name)).as(name).hasSize(grid.segments());
        for (int i = 0; i < grid.segments(); i++) {
            var segment = kept.segments(name).get(i);
            assertThat(segment.number()).isEqualTo(i);
            assertThat(segment.startTicks()).isEqualTo((long) i * grid.segmentFrames() * grid.frameTicks());
        }
        assertThat(kept.segments(name).getLast().endTicks()).isEqualTo(grid.frames() * grid.frameTicks());
        assertContinuous(kept, name);
        kept.segments(name)
                .forEach(segment ->
                        assertThat(firstPicture(kept, name, segment)).as(name).isEqualTo(IDR));

        var asked = Footage.ffprobe(
                "-count_frames",
                "-show_entries",
                "stream=width,height,nb_read_frames,pix_fmt,color_space",
                "-of",
                "csv=p=0",
                kept.whole(name).toString());
        assertThat(asked).isEqualTo("%d,%d,yuv420p,bt709,%d", rung.width(), rung.height(), grid.frames());
        assertThat(kept.header(name).width()).isEqualTo(rung.width());
        assertThat(kept.header(name).codecs()).isEqualTo(codecs(kept, name));
    }

    private static void assertSound(EncodingPlan plan, Kept kept) {
        assertContinuous(kept, Encoder.AUDIO);
        double seconds = kept.segments(Encoder.AUDIO).getLast().endTicks() / 48_000.0;
        assertThat(seconds)
                .isBetween(plan.grid().durationSeconds() - 0.001, plan.grid().durationSeconds() + 0.022);
        assertThat(kept.header(Encoder.AUDIO).codecs()).isEqualTo("mp4a.40.2");
        Footage.ffmpeg("-i", kept.whole(Encoder.AUDIO).toString(), "-f", "null", "-");
    }

    /** Decode times go on from fragment to fragment and from segment to segment, and sequence numbers rise. */
    private static void assertContinuous(Kept kept, String rendition) {
        long tick = 0;
        long sequence = 0;
        for (var segment : kept.segments(rendition)) {
            assertThat(segment.startTicks()).as(rendition).isEqualTo(tick);
            for (var moof : fragments(kept, rendition, segment)) {
                TrackFragmentBaseMediaDecodeTimeBox tfdt = Path.getPath(moof, "traf/tfdt");
                MovieFragmentHeaderBox mfhd = Path.getPath(moof, "mfhd");
                assertThat(tfdt.getBaseMediaDecodeTime()).as(rendition).isEqualTo(tick);
                assertThat(mfhd.getSequenceNumber()).as(rendition).isGreaterThan(sequence);
                sequence = mfhd.getSequenceNumber();
                tick += duration(moof);
            }
            assertThat(segment.endTicks()).as(rendition).isEqualTo(tick);
        }
    }

    private static long duration(MovieFragmentBox moof) {
        TrackFragmentHeaderBox tfhd = Path.getPath(moof, "traf/tfhd");
        TrackRunBox trun = Path.getPath(moof, "traf/trun");
        return trun.getEntries().stream()
                .mapToLong(entry ->
                        trun.isSampleDurationPresent() ? entry.getSampleDuration() : tfhd.getDefaultSampleDuration())
                .sum();
    }

    private static List<MovieFragmentBox> fragments(Kept kept, String rendition, Segment segment) {
        try (var file = new IsoFile(kept.file(rendition, segment).toFile())) {
            assertThat(file.getBoxes().getFirst().getType()).isEqualTo("styp");
            return Path.getPaths(file, "moof");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The type of the first coded slice, past delimiters and messages (ISO/IEC 14496-10, table 7-1). */
    private static int firstPicture(Kept kept, String rendition, Segment segment) {
        try {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(kept.file(rendition, segment)));
            int at = 0;
            while (!type(bytes, at).equals("mdat")) {
                at += bytes.getInt(at);
            }
            for (at += 8; ; at += 4 + bytes.getInt(at)) {
                int unit = bytes.get(at + 4) & 0x1f;
                if (unit == IDR || unit == SLICE) return unit;
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String type(ByteBuffer bytes, int at) {
        var name = new byte[4];
        bytes.get(at + 4, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static String codecs(Kept kept, String rendition) {
        try (var file = new IsoFile(
                kept.directory().resolve(rendition).resolve("init.mp4").toFile())) {
            AvcConfigurationBox avcC =
                    Path.getPath(file, "moov[0]/trak[0]/mdia[0]/minf[0]/stbl[0]/stsd[0]/avc1[0]/avcC");
            var sps = avcC.getSequenceParameterSets().getFirst();
            return "avc1." + HexFormat.of().formatHex(new byte[] {sps.get(1), sps.get(2), sps.get(3)});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.model.Variant;
import io.lindstrom.m3u8.parser.MasterPlaylistParser;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import io.lindstrom.mpd.MPDParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mp4parser.Box;
import org.mp4parser.IsoFile;
import org.mp4parser.boxes.iso14496.part12.MediaHeaderBox;
import org.mp4parser.boxes.iso14496.part12.TrackFragmentBaseMediaDecodeTimeBox;
import org.mp4parser.boxes.iso14496.part15.AvcConfigurationBox;
import org.mp4parser.tools.Path;
import tools.jackson.databind.JsonNode;

/** What players get of a real recording, read over HTTP by other parsers than the program's own. */
@Tag("engines")
class RenditionsTest {

    /** Seconds: less than a frame. */
    private static final double CLOSE = 0.02;

    /** Types of coded slices (ISO/IEC 14496-10, table 7-1). */
    private static final int IDR = 5;

    private static final int SLICE = 1;

    private static final JsonNode VIDEO = SharedProgram.readyLongerVideo();

    private final Person viewer = Person.anonymous(SharedProgram.get().address());
    private final String hls = VIDEO.path("playback").path("hls").asString();
    private final double seconds = VIDEO.path("durationSeconds").asDouble();

    @Test
    void everyRungIsCutAtTheSameTimesAndAddsUpToTheDuration() throws IOException {
        var rungs = rungs();
        assertThat(rungs).hasSizeGreaterThan(1);

        var first = lengths(media(rungs.getFirst().uri()));
        assertThat(first).hasSizeGreaterThan(1);
        for (var rung : rungs) {
            var lengths = lengths(media(rung.uri()));
            assertThat(lengths).as(rung.uri()).isEqualTo(first);
            assertThat(lengths.stream().mapToDouble(length -> length).sum())
                    .as(rung.uri())
                    .isCloseTo(seconds, within(CLOSE));
        }
        var sound = media("audio/index.m3u8");
        assertThat(lengths(sound).stream().mapToDouble(length -> length).sum()).isCloseTo(seconds, within(0.1));
    }

    @Test
    void everySegmentBeginsWithAPictureOfItsOwnWhereThePlaylistSays() throws IOException {
        for (var rung : rungs()) {
            var playlist = media(rung.uri());
            var init = file(
                    rung.uri(),
                    playlist.mediaSegments()
                            .getFirst()
                            .segmentMap()
                            .orElseThrow()
                            .uri());
            var header = box(init, MediaHeaderBox.class, "moov[0]/trak[0]/mdia[0]/mdhd");
            assertThat(rung.codecs()).first().isEqualTo(codecs(init));

            double start = 0;
            for (var segment : playlist.mediaSegments()) {
                var bytes = file(rung.uri(), segment.uri());
                var tfdt = box(bytes, TrackFragmentBaseMediaDecodeTimeBox.class, "moof[0]/traf[0]/tfdt");
                assertThat(tfdt.getBaseMediaDecodeTime() / (double) header.getTimescale())
                        .as(rung.uri() + " " + segment.uri())
                        .isCloseTo(start, within(CLOSE));
                assertThat(firstSlice(bytes)).as(segment.uri()).isEqualTo(IDR);
                start += segment.duration();
            }
        }
    }

    @Test
    void theManifestForDashNamesTheSameRungsAndCuts() throws IOException {
        var dash = viewer.get(VIDEO.path("playback").path("dash").asString());
        var manifest = new MPDParser().parse(dash.body());

        var sets = manifest.getPeriods().getFirst().getAdaptationSets();
        var pictures = sets.stream()
                .flatMap(set -> set.getRepresentations().stream())
                .filter(one -> one.getHeight() != null)
                .toList();
        assertThat(pictures)
                .extracting(one -> one.getHeight().intValue())
                .containsExactlyInAnyOrderElementsOf(rungs().stream()
                        .map(rung -> rung.resolution().orElseThrow().height())
                        .toList());
        assertThat(manifest.getMediaPresentationDuration().toMillis() / 1_000.0).isCloseTo(seconds, within(CLOSE));
    }

    private List<Variant> rungs() throws IOException {
        return new MasterPlaylistParser().readPlaylist(viewer.get(hls).body()).variants();
    }

    private MediaPlaylist media(String uri) throws IOException {
        return new MediaPlaylistParser()
                .readPlaylist(viewer.get(Playback.resolve(hls, uri)).body());
    }

    private static List<Double> lengths(MediaPlaylist playlist) {
        return playlist.mediaSegments().stream().map(MediaSegment::duration).toList();
    }

    private byte[] file(String playlist, String uri) {
        var answer = viewer.bytes(Playback.resolve(Playback.resolve(hls, playlist), uri));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static <T extends Box> T box(byte[] file, Class<T> type, String path) throws IOException {
        try (var boxes = new IsoFile(Channels.newChannel(new ByteArrayInputStream(file)))) {
            return type.cast(Path.getPath(boxes, path));
        }
    }

    private static String codecs(byte[] init) throws IOException {
        var avcC = box(init, AvcConfigurationBox.class, "moov[0]/trak[0]/mdia[0]/minf[0]/stbl[0]/stsd[0]/avc1[0]/avcC");
        var parameters =
                ByteBuffer.wrap(avcC.getSequenceParameterSets().getFirst().array());
        return "avc1." + HexFormat.of().formatHex(new byte[] {parameters.get(1), parameters.get(2), parameters.get(3)});
    }

    /** The type of the first coded slice in the file's media data, past delimiters and messages. */
    private static int firstSlice(byte[] file) {
        var bytes = ByteBuffer.wrap(file);
        var at = 0;
        while (bytes.getInt(at + 4) != 0x6d646174) { // "mdat"
            at += bytes.getInt(at);
        }
        for (at += 8; ; at += 4 + bytes.getInt(at)) {
            var unit = bytes.get(at + 4) & 0x1f;
            if (unit == IDR || unit == SLICE) {
                return unit;
            }
        }
    }
}

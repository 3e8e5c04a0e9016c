package com.socialflow.workers.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.socialflow.workers.cmaf.Segment;
import com.socialflow.workers.inspect.FrameRate;
import com.socialflow.workers.playlist.Rendition.Media.Picture;
import com.socialflow.workers.playlist.Rendition.Media.Sound;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.model.PlaylistType;
import io.lindstrom.m3u8.parser.MasterPlaylistParser;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import io.lindstrom.mpd.MPDParser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaylistsTest {

    private static final FrameRate NTSC = new FrameRate(30_000, 1001);

    /** Two segments of 120 frames and one of 45. */
    private static final List<Segment> CUT = List.of(
            new Segment(0, 0, 120_120, 300_000),
            new Segment(1, 120_120, 120_120, 500_000),
            new Segment(2, 240_240, 45_045, 90_000));

    private static final List<Segment> CUT_SOUND = List.of(
            new Segment(0, 0, 194_560, 66_000),
            new Segment(1, 194_560, 194_560, 67_000),
            new Segment(2, 389_120, 67_048, 20_000));

    private final Rendition small =
            new Rendition("360p", new Picture(640, 360, NTSC), "avc1.64001e", 30_000, 4.004, CUT);
    private final Rendition large =
            new Rendition("720p", new Picture(1280, 720, NTSC), "avc1.64001f", 30_000, 4.004, CUT);
    private final Rendition sound = new Rendition("audio", new Sound(48_000), "mp4a.40.2", 48_000, 4.004, CUT_SOUND);

    @Test
    void theMasterNamesWhatAPlayerMustKnow() throws Exception {
        var text = HlsPlaylists.master(List.of(small, large), Optional.of(sound));

        var master = new MasterPlaylistParser().readPlaylist(text);
        assertThat(master.independentSegments()).isTrue();
        assertThat(master.variants()).hasSize(2);
        var first = master.variants().getFirst();
        assertThat(first.uri()).isEqualTo("360p/index.m3u8");
        assertThat(first.codecs()).containsExactly("avc1.64001e", "mp4a.40.2");
        assertThat(first.resolution().orElseThrow().width()).isEqualTo(640);
        assertThat(first.frameRate().orElseThrow()).isEqualTo(29.97);
        assertThat(first.audio()).contains("sound");
        // The second segment: 500,000 bytes in 4.004 s, and as much sound as it may have.
        assertThat(first.bandwidth()).isEqualTo((long) Math.ceil(500_000 * 8 / 4.004) + 140_000);
        assertThat(first.averageBandwidth().orElseThrow()).isLessThan(first.bandwidth());
        assertThat(master.alternativeRenditions().getFirst().uri()).contains("audio/index.m3u8");
    }

    @Test
    void theMasterLeavesOutWhatHasNoSegmentsYet() throws Exception {
        var waiting = new Rendition("1080p", new Picture(1920, 1080, NTSC), "avc1.640028", 30_000, 4.004, List.of());

        var master =
                new MasterPlaylistParser().readPlaylist(HlsPlaylists.master(List.of(small, waiting), Optional.empty()));

        assertThat(master.variants()).hasSize(1);
        assertThat(master.variants().getFirst().codecs()).containsExactly("avc1.64001e");
        assertThat(master.variants().getFirst().audio()).isEmpty();
    }

    @Test
    void aFinishedPlaylistAddsUp() throws Exception {
        var playlist = new MediaPlaylistParser().readPlaylist(HlsPlaylists.media(large, true));

        assertThat(playlist.ongoing()).isFalse();
        assertThat(playlist.playlistType()).contains(PlaylistType.VOD);
        assertThat(playlist.mediaSegments()).extracting(MediaSegment::uri).containsExactly("0.m4s", "1.m4s", "2.m4s");
        assertThat(playlist.mediaSegments()
                        .getFirst()
                        .segmentMap()
                        .orElseThrow()
                        .uri())
                .isEqualTo("init.mp4");
        double sum = playlist.mediaSegments().stream()
                .mapToDouble(MediaSegment::duration)
                .sum();
        assertThat(sum).isCloseTo(285 * 1001 / 30_000.0, within(1e-5));
        for (var segment : playlist.mediaSegments()) {
            assertThat(Math.round(segment.duration())).isLessThanOrEqualTo(playlist.targetDuration());
        }
    }

    @Test
    void aGrowingPlaylistKeepsItsHead() throws Exception {
        var begun = new Rendition("360p", small.media(), small.codecs(), 30_000, 4.004, CUT.subList(0, 1));

        var before = HlsPlaylists.media(begun, false);
        var after = HlsPlaylists.media(small, false);

        assertThat(after).startsWith(before);
        assertThat(new MediaPlaylistParser().readPlaylist(after).playlistType()).contains(PlaylistType.EVENT);
        assertThat(new MediaPlaylistParser().readPlaylist(after).ongoing()).isTrue();
    }

    @Test
    void segmentsBeyondAGapAreNotListed() {
        var gap = new Rendition("360p", small.media(), small.codecs(), 30_000, 4.004, List.of(CUT.get(2), CUT.get(0)));

        assertThat(gap.segments()).containsExactly(CUT.getFirst());
    }

    @Test
    void theTargetCoversSoundThatIsCutLate() throws Exception {
        var playlist = new MediaPlaylistParser().readPlaylist(HlsPlaylists.media(sound, true));

        assertThat(playlist.targetDuration()).isEqualTo(4);
        assertThat(playlist.mediaSegments().getFirst().duration()).isCloseTo(4.053333, within(1e-6));
    }

    @Test
    void dashHasTheSameSegments() throws Exception {
        var mpd = new MPDParser().parse(DashManifest.of(List.of(small, large), Optional.of(sound)));

        assertThat(mpd.getMediaPresentationDuration().toMillis()).isEqualTo(9509);
        var sets = mpd.getPeriods().getFirst().getAdaptationSets();
        assertThat(sets).hasSize(2);
        var template = sets.getFirst().getSegmentTemplate();
        assertThat(template.getTimescale()).isEqualTo(30_000);
        assertThat(template.getStartNumber()).isZero();
        assertThat(template.getMedia()).isEqualTo("$RepresentationID$/$Number$.m4s");
        var timeline = template.getSegmentTimeline();
        assertThat(timeline).hasSize(2);
        assertThat(timeline.getFirst().getD()).isEqualTo(120_120);
        assertThat(timeline.getFirst().getR()).isEqualTo(1);
        assertThat(timeline.getLast().getT()).isEqualTo(240_240);
        assertThat(sets.getFirst().getRepresentations().getLast().getId()).isEqualTo("720p");
        assertThat(sets.getFirst().getRepresentations().getLast().getCodecs()).isEqualTo("avc1.64001f");
        assertThat(sets.getLast().getRepresentations().getFirst().getBandwidth())
                .isGreaterThan(130_000);
    }

    @Test
    void anIndexIsReadBackAsItWasWritten() {
        var text = SegmentIndex.write(CUT);

        assertThat(text).isEqualTo("0@0+120120:300000,500000;2@240240+45045:90000");
        assertThat(SegmentIndex.read(text)).isEqualTo(CUT);
        assertThat(SegmentIndex.read(SegmentIndex.write(List.of()))).isEmpty();
    }
}

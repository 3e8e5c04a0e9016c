package com.socialflow.workers.playlist;

import com.socialflow.workers.playlist.Rendition.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** HLS (RFC 8216) with fragmented MP4. */
public final class HlsPlaylists {

    /** The first version with EXT-X-MAP outside of I-frame playlists is 6; 7 is what players know best. */
    private static final int VERSION = 7;

    private static final String SOUND_GROUP = "sound";

    /** What AAC at 128 kbit/s peaks at, for as long as no segment of it is there to measure. */
    private static final long SOUND_BITRATE = 140_000;

    private HlsPlaylists() {}

    /**
     * The playlist that players open: all renditions that have segments, the first one first.
     *
     * @param renditions of picture, in the order to be listed: a player begins with the first
     * @param sound for all of them
     */
    public static String master(List<Rendition> renditions, Optional<Rendition> sound) {
        var lines = new ArrayList<>(List.of("#EXTM3U", "#EXT-X-VERSION:" + VERSION, "#EXT-X-INDEPENDENT-SEGMENTS"));
        sound.ifPresent(audio -> lines.add(String.format(
                Locale.ROOT,
                "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"%s\",NAME=\"%s\",DEFAULT=YES,"
                        + "AUTOSELECT=YES,CHANNELS=\"2\",URI=\"%s\"",
                SOUND_GROUP,
                audio.name(),
                Layout.playlist(audio.name()))));
        for (var rendition : renditions) {
            if (rendition.segments().isEmpty()) continue;
            lines.add(variant(rendition, sound));
            lines.add(Layout.playlist(rendition.name()));
        }
        return text(lines);
    }

    private static String variant(Rendition rendition, Optional<Rendition> sound) {
        if (!(rendition.media() instanceof Media.Picture picture)) {
            throw new IllegalArgumentException(rendition.name() + " is not a picture");
        }
        long soundPeak =
                sound.map(audio -> Math.max(audio.peakBitrate(), SOUND_BITRATE)).orElse(0L);
        long soundAverage = sound.map(Rendition::averageBitrate).orElse(0L);
        return String.format(
                Locale.ROOT,
                "#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,CODECS=\"%s\",RESOLUTION=%dx%d,FRAME-RATE=%.3f%s",
                rendition.peakBitrate() + soundPeak,
                rendition.averageBitrate() + soundAverage,
                rendition.codecs() + sound.map(audio -> "," + audio.codecs()).orElse(""),
                picture.width(),
                picture.height(),
                picture.rate().perSecond(),
                sound.isPresent() ? ",AUDIO=\"" + SOUND_GROUP + "\"" : "");
    }

    /**
     * A rendition's playlist.
     *
     * @param complete whether no segment will follow; until then players come back for more
     */
    public static String media(Rendition rendition, boolean complete) {
        var lines = new ArrayList<>(List.of(
                "#EXTM3U",
                "#EXT-X-VERSION:" + VERSION,
                "#EXT-X-TARGETDURATION:" + targetSeconds(rendition),
                "#EXT-X-MEDIA-SEQUENCE:0",
                "#EXT-X-PLAYLIST-TYPE:" + (complete ? "VOD" : "EVENT"),
                "#EXT-X-INDEPENDENT-SEGMENTS",
                "#EXT-X-MAP:URI=\"" + Layout.INIT + "\""));
        for (var segment : rendition.segments()) {
            lines.add(String.format(Locale.ROOT, "#EXTINF:%.6f,", rendition.seconds(segment.durationTicks())));
            lines.add(segment.number() + Layout.SEGMENT_SUFFIX);
        }
        if (complete) {
            lines.add("#EXT-X-ENDLIST");
        }
        return text(lines);
    }

    /** Never changes while a playlist grows, and no segment, rounded, lasts longer (RFC 8216, 4.3.3.1). */
    private static long targetSeconds(Rendition rendition) {
        var late = rendition.media() instanceof Media.Sound ? SegmentSlack.SECONDS : 0;
        return Math.max(1, Math.round(rendition.segmentSeconds() + late));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}

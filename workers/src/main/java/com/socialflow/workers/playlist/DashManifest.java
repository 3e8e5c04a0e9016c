package com.socialflow.workers.playlist;

import com.socialflow.workers.cmaf.Segment;
import com.socialflow.workers.playlist.Rendition.Media;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** DASH (ISO/IEC 23009-1) over the segments that HLS uses too: static, with a timeline of exact ticks. */
public final class DashManifest {

    private DashManifest() {}

    /**
     * The manifest of a finished video.
     *
     * @param renditions of picture, all cut at the same times
     */
    public static String of(List<Rendition> renditions, Optional<Rendition> sound) {
        var first = renditions.getFirst();
        double seconds = Math.max(
                first.durationSeconds(), sound.map(Rendition::durationSeconds).orElse(0.0));
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append(String.format(
                Locale.ROOT, """
                <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"
                     profiles="urn:mpeg:dash:profile:isoff-live:2011"
                     mediaPresentationDuration="PT%.6fS" maxSegmentDuration="PT%dS" minBufferTime="PT%dS">
                  <Period id="0" start="PT0S">
                """, seconds, (long) Math.ceil(first.segmentSeconds() + SegmentSlack.SECONDS), (long)
                        Math.ceil(first.segmentSeconds())));
        xml.append("    <AdaptationSet id=\"0\" contentType=\"video\" mimeType=\"video/mp4\" segmentAlignment=\"true\""
                + " startWithSAP=\"1\">\n");
        timeline(xml, first);
        renditions.forEach(rendition -> representation(xml, rendition));
        xml.append("    </AdaptationSet>\n");
        sound.ifPresent(audio -> {
            xml.append("    <AdaptationSet id=\"1\" contentType=\"audio\" mimeType=\"audio/mp4\""
                    + " segmentAlignment=\"true\" startWithSAP=\"1\">\n");
            timeline(xml, audio);
            representation(xml, audio);
            xml.append("    </AdaptationSet>\n");
        });
        return xml.append("  </Period>\n</MPD>\n").toString();
    }

    private static void timeline(StringBuilder xml, Rendition rendition) {
        xml.append(String.format(Locale.ROOT, """
                  <SegmentTemplate timescale="%d" startNumber="0" initialization="$RepresentationID$/%s" \
            media="$RepresentationID$/$Number$%s">
                    <SegmentTimeline>
            """, rendition.timescale(), Layout.INIT, Layout.SEGMENT_SUFFIX));
        Segment run = null;
        int repeats = 0;
        for (var segment : rendition.segments()) {
            if (run != null && segment.durationTicks() == run.durationTicks()) {
                repeats++;
                continue;
            }
            stretch(xml, run, repeats);
            run = segment;
            repeats = 0;
        }
        stretch(xml, run, repeats);
        xml.append("        </SegmentTimeline>\n      </SegmentTemplate>\n");
    }

    private static void stretch(StringBuilder xml, @Nullable Segment run, int repeats) {
        if (run == null) return;
        xml.append(String.format(
                Locale.ROOT,
                "          <S t=\"%d\" d=\"%d\"%s/>%n",
                run.startTicks(),
                run.durationTicks(),
                repeats > 0 ? " r=\"" + repeats + "\"" : ""));
    }

    private static void representation(StringBuilder xml, Rendition rendition) {
        var kind = switch (rendition.media()) {
            case Media.Picture picture ->
                String.format(
                        Locale.ROOT,
                        "width=\"%d\" height=\"%d\" frameRate=\"%s\" sar=\"1:1\"",
                        picture.width(),
                        picture.height(),
                        picture.rate());
            case Media.Sound sound -> "audioSamplingRate=\"" + sound.sampleRate() + "\"";
        };
        xml.append(String.format(
                Locale.ROOT,
                "      <Representation id=\"%s\" bandwidth=\"%d\" codecs=\"%s\" %s/>%n",
                rendition.name(),
                rendition.peakBitrate(),
                rendition.codecs(),
                kind));
    }
}

package com.socialflow.workers.jobs;

import com.socialflow.workers.cmaf.InitSegment;
import com.socialflow.workers.cmaf.Segment;
import com.socialflow.workers.playlist.SegmentIndex;
import java.util.HexFormat;
import java.util.List;

/**
 * What one task stored of a rendition, as its result keeps it.
 *
 * @param name such as {@code 720p} or {@code audio}
 * @param timescale ticks a second
 * @param codecs as RFC 6381 names them
 * @param width pixels; 0 for sound
 * @param height pixels; 0 for sound
 * @param configuration the decoder configuration in hexadecimal: equal in all parts of a rendition, or they don't play
 *     with one header
 * @param index its segments in order, as {@link SegmentIndex} writes them
 */
record RenditionPart(
        String name, int timescale, String codecs, int width, int height, String configuration, String index) {

    static RenditionPart of(String name, InitSegment init, List<Segment> segments) {
        return new RenditionPart(
                name,
                init.timescale(),
                init.codecs(),
                init.width(),
                init.height(),
                HexFormat.of().formatHex(init.configuration()),
                SegmentIndex.write(segments));
    }

    List<Segment> segments() {
        return SegmentIndex.read(index);
    }

    boolean fits(RenditionPart other) {
        return timescale == other.timescale && configuration.equals(other.configuration);
    }
}

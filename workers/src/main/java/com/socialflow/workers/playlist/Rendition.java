package com.socialflow.workers.playlist;

import static com.socialflow.core.Require.require;

import com.socialflow.workers.cmaf.InitSegment;
import com.socialflow.workers.cmaf.Segment;
import com.socialflow.workers.inspect.FrameRate;
import com.socialflow.workers.ladder.FrameGrid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A rendition and those of its segments that are stored.
 *
 * @param name such as {@code 720p} or {@code audio}: its directory
 * @param media what kind it is
 * @param codecs as RFC 6381 names them
 * @param timescale ticks a second
 * @param segmentSeconds what a segment is meant to last
 * @param segments in order, from number 0 on without a gap; others are left out, as no player could reach them
 */
public record Rendition(
        String name, Media media, String codecs, int timescale, double segmentSeconds, List<Segment> segments) {

    /** What kind of rendition. */
    public sealed interface Media {

        record Picture(int width, int height, FrameRate rate) implements Media {}

        record Sound(int sampleRate) implements Media {}
    }

    public Rendition {
        require(timescale > 0 && segmentSeconds > 0, "no clock");
        segments = reachable(segments);
    }

    /** A rendition of picture, with what its header says. */
    public static Rendition picture(String name, InitSegment init, FrameGrid grid, List<Segment> segments) {
        var media = new Media.Picture(init.width(), init.height(), grid.rate());
        return new Rendition(name, media, init.codecs(), init.timescale(), grid.segmentSeconds(), segments);
    }

    /** A rendition of sound, with what its header says. */
    public static Rendition sound(String name, InitSegment init, FrameGrid grid, List<Segment> segments) {
        var media = new Media.Sound(init.timescale());
        return new Rendition(name, media, init.codecs(), init.timescale(), grid.segmentSeconds(), segments);
    }

    public double durationSeconds() {
        return segments.isEmpty() ? 0 : seconds(segments.getLast().endTicks());
    }

    double seconds(long ticks) {
        return (double) ticks / timescale;
    }

    /** Bits a second of the whole; 0 without segments. */
    public long averageBitrate() {
        long bytes = segments.stream().mapToLong(Segment::bytes).sum();
        return segments.isEmpty() ? 0 : Math.round(bytes * 8 / durationSeconds());
    }

    /**
     * Bits a second of the worst stretch (RFC 8216, 4.3.4.2: of segments that together last at least half a target
     * duration); 0 without segments.
     */
    public long peakBitrate() {
        double worst = 0;
        for (int first = 0; first < segments.size(); first++) {
            worst = Math.max(worst, bitrateFrom(first));
        }
        return Math.max((long) Math.ceil(worst), averageBitrate());
    }

    private double bitrateFrom(int first) {
        long bytes = 0;
        long ticks = 0;
        for (var segment : segments.subList(first, segments.size())) {
            bytes += segment.bytes();
            ticks += segment.durationTicks();
            if (seconds(ticks) >= segmentSeconds / 2) return bytes * 8 / seconds(ticks);
        }
        return 0; // a short rest, which counts with what comes before it
    }

    private static List<Segment> reachable(List<Segment> segments) {
        var ordered = new ArrayList<>(segments);
        ordered.sort(Comparator.comparingInt(Segment::number));
        long end = 0;
        for (int i = 0; i < ordered.size(); i++) {
            var segment = ordered.get(i);
            if (segment.number() != i) return List.copyOf(ordered.subList(0, i));
            require(segment.startTicks() == end, "segment %d begins at %d, not %d", i, segment.startTicks(), end);
            end = segment.endTicks();
        }
        return List.copyOf(ordered);
    }
}

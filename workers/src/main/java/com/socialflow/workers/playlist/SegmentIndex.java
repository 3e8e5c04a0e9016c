package com.socialflow.workers.playlist;

import static com.socialflow.core.Require.require;

import com.socialflow.workers.cmaf.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * Segments as a short text, to be kept in a database column: about seven characters a segment.
 *
 * <p>Groups of segments that follow one another and last equally long: {@code number@start+duration:bytes,bytes,…},
 * separated by semicolons.
 */
public final class SegmentIndex {

    private SegmentIndex() {}

    public static String write(List<Segment> segments) {
        var text = new StringBuilder();
        Segment before = null;
        for (var segment : segments) {
            boolean follows = before != null
                    && segment.number() == before.number() + 1
                    && segment.startTicks() == before.endTicks()
                    && segment.durationTicks() == before.durationTicks();
            if (follows) {
                text.append(',');
            } else {
                text.append(before == null ? "" : ";").append(segment.number());
                text.append('@').append(segment.startTicks());
                text.append('+').append(segment.durationTicks()).append(':');
            }
            text.append(segment.bytes());
            before = segment;
        }
        return text.toString();
    }

    /**
     * The segments of a text.
     *
     * @throws IllegalArgumentException when it was not written by {@link #write}
     */
    public static List<Segment> read(String text) {
        var segments = new ArrayList<Segment>();
        if (text.isEmpty()) return segments;
        for (var group : text.split(";", -1)) {
            var parts = group.split("[@+:]", -1);
            require(parts.length == 4, "not an index of segments: %s", group);
            int number = Integer.parseInt(parts[0]);
            long start = Long.parseLong(parts[1]);
            long duration = Long.parseLong(parts[2]);
            for (var bytes : parts[3].split(",", -1)) {
                segments.add(new Segment(number++, start, duration, Long.parseLong(bytes)));
                start += duration;
            }
        }
        return segments;
    }
}

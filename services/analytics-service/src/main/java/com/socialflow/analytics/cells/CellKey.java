package com.socialflow.analytics.cells;

import static com.socialflow.core.Require.require;

import com.socialflow.proto.analytics.v1.Contribution;
import com.socialflow.views.Presence;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which cell: of a video, in a piece of time, by a dimension.
 *
 * @param start of the piece of time, in milliseconds since 1970
 * @param value of the dimension; empty for {@link Dimension#ALL}
 */
public record CellKey(long video, Granularity granularity, Dimension dimension, long start, String value) {

    private static final int PARTS = 5;

    public CellKey {
        require(granularity.start(start) == start, "a piece of time begins where all of its kind do");
    }

    /** The cell that has this moment in it. */
    public static CellKey at(long video, Granularity granularity, Dimension dimension, long millis, String value) {
        return new CellKey(video, granularity, dimension, granularity.start(millis), value);
    }

    /**
     * All cells that the view is counted in: of its own time by every dimension, and, if it counts, of each later time
     * in which it watched, where the most who do so at once are counted by none.
     */
    public static Set<CellKey> of(Contribution view) {
        var keys = new LinkedHashSet<CellKey>();
        for (var granularity : Granularity.values()) {
            for (var dimension : Dimension.values()) {
                keys.add(at(view.getVideo(), granularity, dimension, view.getTime(), dimension.of(view)));
            }
            if (view.getValid()) {
                for (var window : view.getPresentList()) {
                    keys.add(at(view.getVideo(), granularity, Dimension.ALL, Presence.begin(window), ""));
                }
            }
        }
        return keys;
    }

    /** Whether the moment is in the cell's piece of time. */
    public boolean contains(long millis) {
        return granularity.start(millis) == start;
    }

    /** One line of text for it, which {@link #parse} reads. */
    public String text() {
        return video + "/" + granularity + "/" + dimension + "/" + start + "/" + value;
    }

    /** Reads what {@link #text} wrote. */
    public static CellKey parse(String text) {
        var parts = text.split("/", PARTS);
        require(parts.length == PARTS, "no cell's key: %s", text);
        return new CellKey(
                Long.parseLong(parts[0]),
                Granularity.valueOf(parts[1]),
                Dimension.valueOf(parts[2]),
                Long.parseLong(parts[3]),
                parts[4]);
    }
}

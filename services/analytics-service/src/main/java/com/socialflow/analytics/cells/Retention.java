package com.socialflow.analytics.cells;

import static com.socialflow.core.Require.require;

import com.google.protobuf.ByteString;
import com.socialflow.proto.analytics.v1.ContributionOrBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often each hundredth of a video was played, and how often playing began there. */
public final class Retention {

    /** Into so many parts of equal length a video is divided. */
    public static final int PARTS = 100;

    /** First how often they were played, then how often playing began in them. */
    private final long[] counters = new long[2 * PARTS];

    /** Adds what a view has, or takes it back. By index, for a list of it would make an object of each number. */
    public void add(ContributionOrBuilder view, long times) {
        require(view.getPlaysCount() <= PARTS && view.getStartsCount() <= PARTS, "a video has %d parts", PARTS);
        for (var part = 0; part < view.getPlaysCount(); part++) {
            counters[part] += times * view.getPlays(part);
        }
        for (var part = 0; part < view.getStartsCount(); part++) {
            counters[PARTS + part] += times * view.getStarts(part);
        }
    }

    /** Adds what a cell has. */
    public void add(byte @Nullable [] stored) {
        Counters.add(stored, counters);
    }

    /** As a cell keeps it; no bytes for nothing. */
    public ByteString bytes() {
        return Counters.write(counters);
    }

    /** Goes on from counters of each part; parts that are not there were never played. */
    void restore(List<Long> plays, List<Long> starts) {
        for (var part = 0; part < plays.size(); part++) {
            counters[part] = plays.get(part);
            counters[PARTS + part] = starts.get(part);
        }
    }

    public long plays(int part) {
        return counters[part];
    }

    public long starts(int part) {
        return counters[PARTS + part];
    }

    /** The share of so many views that played each part: more than 1 where it is played again and again. */
    public double[] curve(long views) {
        var curve = new double[PARTS];
        for (var part = 0; part < PARTS; part++) {
            curve[part] = views == 0 ? 0 : (double) plays(part) / views;
        }
        return curve;
    }
}

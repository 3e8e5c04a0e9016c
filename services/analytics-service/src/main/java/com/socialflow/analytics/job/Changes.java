package com.socialflow.analytics.job;

import com.socialflow.proto.analytics.v1.CellChange;
import com.socialflow.proto.analytics.v1.Contribution;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** What is said when a contribution becomes another: one change, however many cells it is in. */
final class Changes {

    private Changes() {}

    /** Tells it; either side is null when there was, or is, none. */
    static void tell(@Nullable Contribution before, @Nullable Contribution after, Collector<CellChange> out) {
        if (before == null ? after == null : before.equals(after)) {
            return;
        }
        var change = CellChange.newBuilder();
        if (before != null) {
            change.setBefore(before);
        }
        if (after != null) {
            change.setAfter(after);
        }
        out.collect(change.build());
    }

    /** Whose cells change. */
    static long video(CellChange change) {
        return (change.hasAfter() ? change.getAfter() : change.getBefore()).getVideo();
    }
}

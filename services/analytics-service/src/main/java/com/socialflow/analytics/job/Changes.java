package com.socialflow.analytics.job;

import com.socialflow.analytics.cells.CellKey;
import com.socialflow.proto.analytics.v1.CellChange;
import com.socialflow.proto.analytics.v1.Contribution;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Which cells change when a contribution becomes another. */
final class Changes {

    private Changes() {}

    /** Tells each of them; either side is null when there was, or is, none. */
    static void tell(@Nullable Contribution before, @Nullable Contribution after, Collector<CellChange> out) {
        if (before == null ? after == null : before.equals(after)) {
            return;
        }
        var left = before == null ? Set.<CellKey>of() : CellKey.of(before);
        var joined = after == null ? Set.<CellKey>of() : CellKey.of(after);
        var touched = new LinkedHashSet<>(left);
        touched.addAll(joined);
        for (var cell : touched) {
            var change = CellChange.newBuilder().setCell(cell.text());
            if (before != null && left.contains(cell)) {
                change.setBefore(before);
            }
            if (after != null && joined.contains(cell)) {
                change.setAfter(after);
            }
            out.collect(change.build());
        }
    }
}

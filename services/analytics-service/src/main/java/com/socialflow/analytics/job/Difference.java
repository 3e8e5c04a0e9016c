package com.socialflow.analytics.job;

import com.google.protobuf.ByteString;
import com.socialflow.analytics.cells.Viewing;
import com.socialflow.core.VideoId;
import com.socialflow.proto.analytics.v1.ViewChange;
import com.socialflow.views.CrowdKey;
import com.socialflow.views.View;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** What a viewing's change means for crowds: for one, or for the one that it leaves and the one that it joins. */
record Difference(String name, VideoId video, Viewing before, Viewing after) {

    void tell(Collector<ViewChange> out) {
        var old = before.view().orElse(null);
        var now = after.view().orElse(null);
        var from = crowd(old);
        var to = crowd(now);
        if (from.equals(to)) {
            tell(out, change(to, old, now, true, true));
        } else {
            tell(out, change(from, old, null, true, false));
            tell(out, change(to, null, now, false, true));
        }
    }

    private ViewChange change(String crowd, @Nullable View leaves, @Nullable View joins, boolean from, boolean to) {
        var change = ViewChange.newBuilder().setView(name).setCrowd(crowd);
        if (from) {
            before.contribution().ifPresent(change::setBefore);
        }
        if (to) {
            after.contribution().ifPresent(change::setAfter);
        }
        var sums = Kind.RULE.crowd();
        if (leaves != null) {
            sums = sums.without(leaves);
        }
        if (joins != null) {
            sums = sums.with(joins);
        }
        return change.setCrowdChange(ByteString.copyFrom(sums.toBytes())).build();
    }

    private static void tell(Collector<ViewChange> out, ViewChange change) {
        var same = change.hasBefore() == change.hasAfter() && change.getBefore().equals(change.getAfter());
        if (!same || !change.getCrowdChange().isEmpty()) {
            out.collect(change);
        }
    }

    /** Empty: the view belongs to none. */
    private String crowd(@Nullable View view) {
        if (view == null) {
            return "";
        }
        return CrowdKey.of(video, view)
                .map(key -> key.video().value() + "/" + key.network() + "/" + key.hour())
                .orElse("");
    }
}

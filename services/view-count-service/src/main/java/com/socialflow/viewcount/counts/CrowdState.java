package com.socialflow.viewcount.counts;

import com.socialflow.views.Crowd;
import com.socialflow.views.Verdict;
import com.socialflow.views.View;
import com.socialflow.views.ViewRule;
import java.nio.ByteBuffer;

/**
 * A crowd and what it stands for: views that nothing but its verdict may reject.
 *
 * @param watchMillis what was played in them
 */
record CrowdState(Crowd crowd, long watchMillis) {

    static CrowdState of(ViewRule rule, byte[] bytes) {
        if (bytes.length == 0) {
            return new CrowdState(rule.crowd(), 0);
        }
        var buffer = ByteBuffer.wrap(bytes);
        var watched = buffer.getLong();
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return new CrowdState(rule.crowd(rest), watched);
    }

    byte[] bytes() {
        var rest = crowd.toBytes();
        return ByteBuffer.allocate(Long.BYTES + rest.length)
                .putLong(watchMillis)
                .put(rest)
                .array();
    }

    /** A view comes, or goes when {@code times} is -1. One that is rejected for itself makes no difference. */
    CrowdState plus(View view, int times) {
        return view.valid()
                ? new CrowdState(
                        times > 0 ? crowd.with(view) : crowd.without(view), watchMillis + times * view.playedMillis())
                : this;
    }

    /** Adds to the counts what its views come to, so many times: -1 takes it back. */
    void addTo(Cells cells, int times) {
        switch (crowd.verdict()) {
            case Verdict.Plausible() -> {
                cells.add(Cells.VIEWS, times * crowd.views());
                cells.add(Cells.WATCHED, times * watchMillis);
            }
            case Verdict.Rejected(var reason) -> cells.add(reason.code(), times * crowd.views());
        }
    }
}

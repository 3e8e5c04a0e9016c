package com.socialflow.analytics.job;

import static java.util.Objects.requireNonNull;

import com.socialflow.analytics.cells.Viewing;
import com.socialflow.proto.analytics.v1.ViewChange;
import com.socialflow.views.Beacon;
import java.time.Duration;
import java.util.HexFormat;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Puts the beacons of a session's hour of a video together, and says how the view that they make changes. */
final class WatchFunction extends KeyedProcessFunction<String, Beacon, ViewChange> {

    private static final long serialVersionUID = 1;

    /** After the last beacon: a part of that hour can come so much later, and its repetition. */
    private static final Duration KEPT = Lateness.MAX.plus(Lateness.MARGIN).plusHours(1);

    private transient @Nullable ValueState<Viewing> viewings;
    private transient @Nullable ValueState<Long> received;

    /** Which viewing a beacon belongs to. */
    static String key(Beacon beacon) {
        var key = beacon.watch();
        var hex = HexFormat.of();
        var session = key.session();
        return "%d/%s%s/%d"
                .formatted(
                        key.video().value(),
                        hex.toHexDigits(session.high()),
                        hex.toHexDigits(session.low()),
                        key.hour());
    }

    @Override
    public void open(OpenContext context) {
        viewings = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("viewing", CodecType.<Viewing>of(Kind.VIEWING)));
        received = getRuntimeContext().getState(new ValueStateDescriptor<>("received", Types.LONG));
    }

    @Override
    public void processElement(Beacon beacon, Context context, Collector<ViewChange> out) throws Exception {
        var known = requireNonNull(viewings).value();
        var before = known == null ? Viewing.begin(Kind.RULE) : known;
        var after = before.with(beacon);
        keep(known, after, beacon.moment().receivedMillis(), context);
        if (after != before) {
            new Difference(context.getCurrentKey(), beacon.video(), before, after).tell(out);
        }
    }

    private void keep(@Nullable Viewing known, Viewing after, long now, Context context) throws Exception {
        var last = requireNonNull(received);
        if (known == null) {
            context.timerService().registerEventTimeTimer(now + KEPT.toMillis());
        }
        if (known != after) {
            requireNonNull(viewings).update(after);
        }
        if (last.value() == null || last.value() < now) {
            last.update(now);
        }
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<ViewChange> out) throws Exception {
        var last = requireNonNull(received);
        var gone = (last.value() == null ? 0 : last.value()) + KEPT.toMillis();
        if (gone > time) {
            context.timerService().registerEventTimeTimer(gone);
        } else {
            requireNonNull(viewings).clear();
            last.clear();
        }
    }
}

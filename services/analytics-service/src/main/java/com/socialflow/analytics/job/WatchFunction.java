package com.socialflow.analytics.job;

import static java.util.Objects.requireNonNull;
import static org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;

import com.socialflow.analytics.cells.Viewing;
import com.socialflow.proto.analytics.v1.ViewChange;
import com.socialflow.views.Beacon;
import java.time.Duration;
import java.util.HexFormat;
import org.apache.flink.api.common.accumulators.LongCounter;
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

    /**
     * Bytes rather than objects: hundreds of thousands lie here for a day, and each changes a few times in its life.
     */
    private transient @Nullable ValueState<byte[]> viewings;

    private transient @Nullable ValueState<Long> received;
    private transient @Nullable LongCounter read;

    /** Which viewing a beacon belongs to. */
    static String key(Beacon beacon) {
        var key = beacon.watch();
        var hex = HexFormat.of();
        var session = key.session();
        var name = hex.toHexDigits(session.high()) + hex.toHexDigits(session.low());
        return "%d/%s/%d".formatted(key.video().value(), name, key.hour());
    }

    @Override
    public void open(OpenContext context) {
        viewings = getRuntimeContext().getState(new ValueStateDescriptor<>("viewing", BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        received = getRuntimeContext().getState(new ValueStateDescriptor<>("received", Types.LONG));
        read = getRuntimeContext().getLongCounter(ViewsJob.READ);
    }

    @Override
    public void processElement(Beacon beacon, Context context, Collector<ViewChange> out) throws Exception {
        requireNonNull(read).add(1);
        var known = requireNonNull(viewings).value();
        var before = known == null ? Viewing.begin(Kind.RULE) : Viewing.of(Kind.RULE, known);
        var after = before.with(beacon);
        keep(known == null, beacon.moment().receivedMillis(), context);
        if (after != before) {
            requireNonNull(viewings).update(after.toBytes());
            new Difference(context.getCurrentKey(), beacon.video(), before, after).tell(out);
        }
    }

    private void keep(boolean first, long now, Context context) throws Exception {
        var last = requireNonNull(received);
        if (first) {
            context.timerService().registerEventTimeTimer(now + KEPT.toMillis());
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

package com.socialflow.analytics.job;

import static java.util.Objects.requireNonNull;
import static org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;

import com.socialflow.analytics.cells.Sighting;
import com.socialflow.proto.analytics.v1.CellChange;
import com.socialflow.proto.analytics.v1.Contribution;
import com.socialflow.views.Impressions;
import java.time.Duration;
import java.util.HexFormat;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Puts the tellings of a page's impressions together, so that each counts once, and says how cells change. */
final class ImpressionFunction extends KeyedProcessFunction<String, Impressions, CellChange> {

    private static final long serialVersionUID = 1;

    /** After the last telling: another one of an impression that is in it can come so much later. */
    private static final Duration KEPT = Lateness.MAX.plus(Lateness.MARGIN).plusHours(1);

    /** Bytes of contributions, by what tells impressions of a page apart. */
    private transient @Nullable MapState<Long, byte[]> sightings;

    private transient @Nullable ValueState<Long> received;
    private transient @Nullable LongCounter read;

    /** Which page told it. */
    static String key(Impressions told) {
        var hex = HexFormat.of();
        return hex.toHexDigits(told.session().high())
                + hex.toHexDigits(told.session().low());
    }

    @Override
    public void open(OpenContext context) {
        sightings = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("sightings", Types.LONG, BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        received = getRuntimeContext().getState(new ValueStateDescriptor<>("received", Types.LONG));
        read = getRuntimeContext().getLongCounter(ViewsJob.READ);
    }

    @Override
    public void processElement(Impressions told, Context context, Collector<CellChange> out) throws Exception {
        requireNonNull(read).add(1);
        var counted = false;
        for (var one : told.shown()) {
            var said = Sighting.of(told, one).orElse(null);
            if (said != null) {
                counted = true;
                add(one.key(), said, out);
            }
        }
        if (counted) {
            keep(told.receivedMillis(), context);
        }
    }

    private void add(long key, Contribution said, Collector<CellChange> out) throws Exception {
        var bytes = requireNonNull(sightings).get(key);
        var before = bytes == null ? null : Contribution.parseFrom(bytes);
        var after = before == null ? said : Sighting.merge(before, said);
        if (!after.equals(before)) {
            requireNonNull(sightings).put(key, after.toByteArray());
            Changes.tell(before, after, out);
        }
    }

    private void keep(long now, Context context) throws Exception {
        var last = requireNonNull(received);
        var known = last.value();
        if (known == null) {
            context.timerService().registerEventTimeTimer(now + KEPT.toMillis());
        }
        if (known == null || known < now) {
            last.update(now);
        }
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<CellChange> out) throws Exception {
        var last = requireNonNull(received);
        var gone = (last.value() == null ? 0 : last.value()) + KEPT.toMillis();
        if (gone > time) {
            context.timerService().registerEventTimeTimer(gone);
        } else {
            requireNonNull(sightings).clear();
            last.clear();
        }
    }
}

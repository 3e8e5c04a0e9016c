package com.socialflow.analytics.job;

import static java.util.Objects.requireNonNull;
import static org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;

import com.google.protobuf.InvalidProtocolBufferException;
import com.socialflow.analytics.cells.Viewing;
import com.socialflow.proto.analytics.v1.ViewChange;
import com.socialflow.views.Beacon;
import com.socialflow.views.Watch;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Puts the beacons of a session's hour of a video together, and says how the view that they make changes. */
final class WatchFunction extends KeyedProcessFunction<String, Beacon, ViewChange> {

    private static final long serialVersionUID = 1;

    /** After the last beacon: a part of that hour can come so much later, and its repetition. */
    private static final Duration KEPT = Lateness.MAX.plus(Lateness.MARGIN).plusHours(1);

    /** When the last beacon was received, in milliseconds, and then the viewing: one thing to read and to write. */
    private transient @Nullable ValueState<byte[]> viewings;

    private transient @Nullable LongCounter read;

    /** Which viewing a beacon belongs to. */
    static String key(Beacon beacon) {
        var key = beacon.watch();
        var hex = HexFormat.of();
        var session = key.session();
        var name = hex.toHexDigits(session.high()) + hex.toHexDigits(session.low());
        return key.video().value() + "/" + name + "/" + key.hour();
    }

    @Override
    public void open(OpenContext context) {
        viewings = getRuntimeContext().getState(new ValueStateDescriptor<>("viewings", BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        read = getRuntimeContext().getLongCounter(ViewsJob.READ);
    }

    @Override
    public void processElement(Beacon beacon, Context context, Collector<ViewChange> out) throws Exception {
        requireNonNull(read).add(1);
        var kept = requireNonNull(viewings).value();
        var known = kept == null || Watch.ended(received(kept), beacon) ? null : kept;
        var before = known == null ? Viewing.begin(Kind.RULE) : viewing(known);
        var after = before.with(beacon);
        var now = beacon.moment().receivedMillis();
        if (known == null) {
            context.timerService().registerEventTimeTimer(now + KEPT.toMillis());
        }
        var heard = known == null ? now : Math.max(now, received(known));
        if (known == null || after != before || heard > received(known)) {
            requireNonNull(viewings).update(bytes(heard, after.toBytes()));
        }
        if (after != before) {
            new Difference(context.getCurrentKey(), beacon.video(), before, after).tell(out);
        }
    }

    private static long received(byte[] kept) {
        return ByteBuffer.wrap(kept).getLong();
    }

    private static Viewing viewing(byte[] kept) throws InvalidProtocolBufferException {
        return Viewing.of(Kind.RULE, Arrays.copyOfRange(kept, Long.BYTES, kept.length));
    }

    private static byte[] bytes(long received, byte[] viewing) {
        return ByteBuffer.allocate(Long.BYTES + viewing.length)
                .putLong(received)
                .put(viewing)
                .array();
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<ViewChange> out) throws Exception {
        var known = requireNonNull(viewings).value();
        var gone = (known == null ? 0 : received(known)) + KEPT.toMillis();
        if (gone > time) {
            context.timerService().registerEventTimeTimer(gone);
        } else {
            requireNonNull(viewings).clear();
        }
    }
}

package com.socialflow.analytics.job;

import static java.util.Objects.requireNonNull;
import static org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;

import com.socialflow.analytics.cells.Viewing;
import com.socialflow.core.VideoId;
import com.socialflow.proto.analytics.v1.ViewChange;
import com.socialflow.views.Beacon;
import com.socialflow.views.Watch;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.TimestampedCollector;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Puts the beacons of a session's hour of a video together, and says how the view that they make changes: each place
 * where it is counted on the way, however fast they come. Those of which one came lately lie here as objects: their
 * next one is soon to come.
 */
final class WatchOperator extends SparingOperator<ViewChange>
        implements OneInputStreamOperator<Beacon, ViewChange>, Triggerable<String, VoidNamespace> {

    private static final long serialVersionUID = 2;

    private static final long SAID_EVERY_MS = 250;

    /** As objects; most take about a kilobyte. */
    private static final int WARM_MAX = 10_000;

    /** Places on the way, of all watches together: a player that tells its parts backwards makes one with each. */
    private static final int STEPS_MAX = 1_000;

    /** After the last beacon: a part of that hour can come so much later, and its repetition. */
    private static final Duration KEPT = Lateness.MAX.plus(Lateness.MARGIN).plusHours(1);

    /** What a process function calls the timers of its own: savepoints know them by this name. */
    private static final String TIMERS = "user-timers";

    /** When the last beacon was received, in milliseconds, and then the viewing: one thing to read and to write. */
    private transient @Nullable ValueState<byte[]> viewings;

    private transient @Nullable InternalTimerService<VoidNamespace> ends;
    private transient @Nullable LongCounter read;
    private transient @Nullable TimestampedCollector<ViewChange> out;

    private transient @Nullable Warm<String, Watched> warm;
    private transient int steps;

    /** A viewing as it is, as it was said, and as it was in other places on the way. */
    private static final class Watched {

        private final VideoId video;
        private final List<Viewing> steps = new ArrayList<>(0);
        private Viewing said;
        private Viewing now;
        private Placing place;
        private long heard;

        Watched(VideoId video, Viewing known, long heard) {
            this.video = video;
            this.said = known;
            this.now = known;
            this.place = Placing.of(video, known);
            this.heard = heard;
        }

        /** Whether it left a place that has to be said: whoever goes on from a checkpoint comes through it again. */
        boolean become(Viewing next) {
            var there = next == now ? place : Placing.of(video, next);
            var left = now != said && !there.equals(place);
            if (left) {
                steps.add(now);
            }
            now = next;
            place = there;
            return left;
        }
    }

    WatchOperator() {
        super(SAID_EVERY_MS);
    }

    /** Which viewing a beacon belongs to. */
    static String key(Beacon beacon) {
        var key = beacon.watch();
        var hex = HexFormat.of();
        var session = key.session();
        var name = hex.toHexDigits(session.high()) + hex.toHexDigits(session.low());
        return key.video().value() + "/" + name + "/" + key.hour();
    }

    @Override
    public void open() throws Exception {
        super.open();
        viewings = getRuntimeContext().getState(new ValueStateDescriptor<>("viewings", BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        ends = getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this);
        read = getRuntimeContext().getLongCounter(ViewsJob.READ);
        out = new TimestampedCollector<>(output);
        warm = new Warm<>(WARM_MAX);
    }

    @Override
    public void processElement(StreamRecord<Beacon> element) throws Exception {
        requireNonNull(read).add(1);
        var beacon = element.getValue();
        var key = (String) getCurrentKey();
        var received = beacon.moment().receivedMillis();
        var watched = known(key, beacon.video());
        if (watched == null || Watch.ended(watched.heard, beacon)) {
            if (requireNonNull(warm).hasChanged(key)) {
                say();
                setCurrentKey(key);
            }
            watched = new Watched(beacon.video(), Viewing.begin(Kind.RULE), received);
            requireNonNull(warm).put(key, watched);
            requireNonNull(warm).change(key);
            requireNonNull(ends).registerEventTimeTimer(VoidNamespace.INSTANCE, received + KEPT.toMillis());
        }
        var now = watched.now.with(beacon);
        if (now != watched.now || received > watched.heard) {
            steps += watched.become(now) ? 1 : 0;
            watched.heard = Math.max(watched.heard, received);
            requireNonNull(warm).change(key);
        }
        if (requireNonNull(warm).isFull() || steps >= STEPS_MAX) {
            say();
        }
    }

    /** The current key's, which is warm from then on. */
    private @Nullable Watched known(String key, VideoId video) throws Exception {
        var watched = requireNonNull(warm).get(key);
        if (watched == null) {
            var kept = requireNonNull(viewings).value();
            if (kept != null) {
                var viewing = Viewing.of(Kind.RULE, Arrays.copyOfRange(kept, Long.BYTES, kept.length));
                watched = new Watched(video, viewing, received(kept));
                requireNonNull(warm).put(key, watched);
            }
        }
        return watched;
    }

    @Override
    void say() throws Exception {
        requireNonNull(warm).sayAll(this::say);
        steps = 0;
    }

    private void say(String key, Watched watched) throws Exception {
        setCurrentKey(key);
        requireNonNull(viewings).update(bytes(watched.heard, watched.now.toBytes()));
        if (watched.now != watched.said) {
            // Of the log's time, as watermarks have it.
            requireNonNull(out).setAbsoluteTimestamp(watched.heard);
            for (var step : watched.steps) {
                become(key, watched, step);
            }
            watched.steps.clear();
            become(key, watched, watched.now);
        }
    }

    private void become(String key, Watched watched, Viewing next) {
        new Difference(key, watched.video, watched.said, next).tell(requireNonNull(out));
        watched.said = next;
    }

    /** What was heard before it is said before it: time may go on by hours at once. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        say();
        super.processWatermark(mark);
    }

    private static long received(byte[] kept) {
        return ByteBuffer.wrap(kept).getLong();
    }

    private static byte[] bytes(long received, byte[] viewing) {
        return ByteBuffer.allocate(Long.BYTES + viewing.length)
                .putLong(received)
                .put(viewing)
                .array();
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        // All of it is kept: time goes on after that alone.
        var kept = requireNonNull(viewings).value();
        var gone = (kept == null ? 0 : received(kept)) + KEPT.toMillis();
        if (gone > timer.getTimestamp()) {
            requireNonNull(ends).registerEventTimeTimer(VoidNamespace.INSTANCE, gone);
        } else {
            requireNonNull(warm).remove(timer.getKey());
            requireNonNull(viewings).clear();
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("watches end by the time of the log");
    }
}

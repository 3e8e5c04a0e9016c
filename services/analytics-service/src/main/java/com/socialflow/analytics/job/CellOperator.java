package com.socialflow.analytics.job;

import static java.util.Objects.requireNonNull;
import static org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;

import com.socialflow.analytics.cells.Cell;
import com.socialflow.analytics.cells.CellKey;
import com.socialflow.proto.analytics.v1.CellChange;
import com.socialflow.proto.analytics.v1.CellRow;
import com.socialflow.proto.analytics.v1.CellState;
import com.socialflow.proto.analytics.v1.Contribution;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/** Sums the cells of a video and says their absolute values. Those that change lie here as objects, for a while. */
final class CellOperator extends SparingOperator<CellRow>
        implements OneInputStreamOperator<CellChange, CellRow>, Triggerable<Long, String> {

    private static final long serialVersionUID = 1;

    private static final long SAID_EVERY_MS = 500;

    /** As objects; most take some kilobytes, those of a video that everybody watches up to a hundred. */
    private static final int WARM_MAX = 2_000;

    /**
     * How long a cell is kept when it is over: beacons are at most 24 h late ({@link Lateness}), and everything that
     * they change has then happened.
     */
    static final Duration KEPT = Lateness.MAX.plus(Lateness.MARGIN).plusHours(1);

    /** Of the current video, by the text of their keys. */
    private transient @Nullable MapState<String, byte[]> cells;

    private transient @Nullable InternalTimerService<String> ends;
    private transient @Nullable Counter late;

    private transient @Nullable Warm<CellKey, Cell> warm;

    CellOperator() {
        super(SAID_EVERY_MS);
    }

    @Override
    public void open() throws Exception {
        super.open();
        late = getMetricGroup().counter("late");
        cells = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("cells", Types.STRING, BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        ends = getInternalTimerService("ends", StringSerializer.INSTANCE, this);
        warm = new Warm<>(WARM_MAX);
    }

    @Override
    public void processElement(StreamRecord<CellChange> element) throws Exception {
        var change = element.getValue();
        var before = change.hasBefore() ? change.getBefore() : null;
        var after = change.hasAfter() ? change.getAfter() : null;
        var left = before == null ? Set.<CellKey>of() : CellKey.of(before);
        var joined = after == null ? Set.<CellKey>of() : CellKey.of(after);
        for (var key : left) {
            if (!joined.contains(key)) {
                apply(key, before, null, change.getAgain());
            }
        }
        for (var key : joined) {
            apply(key, left.contains(key) ? before : null, after, change.getAgain());
        }
        if (requireNonNull(warm).isFull()) {
            say();
        }
    }

    private void apply(CellKey key, @Nullable Contribution before, @Nullable Contribution after, boolean again)
            throws Exception {
        var cell = known(key);
        if (cell == null) {
            if (again) {
                return;
            }
            var gone = key.start() + key.granularity().length().plus(KEPT).toMillis();
            if (gone <= requireNonNull(ends).currentWatermark()) {
                // What it was is forgotten here, and must not be written over.
                requireNonNull(late).inc();
                return;
            }
            cell = new Cell(key);
            requireNonNull(ends).registerEventTimeTimer(key.text(), gone);
            requireNonNull(warm).put(key, cell);
        }
        if (!again) {
            cell.apply(before, after);
        }
        requireNonNull(warm).change(key);
    }

    /** One of the current video's, which is warm from then on. */
    private @Nullable Cell known(CellKey key) throws Exception {
        var cell = requireNonNull(warm).get(key);
        if (cell == null) {
            var bytes = requireNonNull(cells).get(key.text());
            if (bytes != null) {
                cell = Cell.of(key, CellState.parseFrom(bytes));
                requireNonNull(warm).put(key, cell);
            }
        }
        return cell;
    }

    @Override
    void say() throws Exception {
        requireNonNull(warm).sayAll(this::say);
    }

    private void say(CellKey key, Cell cell) throws Exception {
        setCurrentKey(key.video());
        requireNonNull(cells).put(key.text(), cell.state().toByteArray());
        output.collect(new StreamRecord<>(cell.row()));
    }

    @Override
    public void onEventTime(InternalTimer<Long, String> timer) throws Exception {
        var key = CellKey.parse(timer.getNamespace());
        if (requireNonNull(warm).hasChanged(key)) {
            say();
            setCurrentKey(timer.getKey());
        }
        requireNonNull(warm).remove(key);
        requireNonNull(cells).remove(timer.getNamespace());
    }

    @Override
    public void onProcessingTime(InternalTimer<Long, String> timer) {
        throw new IllegalStateException("cells end by the time of the log");
    }
}

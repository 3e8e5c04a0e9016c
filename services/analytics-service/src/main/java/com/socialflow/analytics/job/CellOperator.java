package com.socialflow.analytics.job;

import static java.util.Objects.requireNonNull;
import static org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;

import com.socialflow.analytics.cells.Cell;
import com.socialflow.analytics.cells.CellKey;
import com.socialflow.proto.analytics.v1.CellChange;
import com.socialflow.proto.analytics.v1.CellRow;
import com.socialflow.proto.analytics.v1.CellState;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sums cells and says their absolute values. Those that change lie here as objects, are kept and said together twice a
 * second and before each checkpoint, and stay for a while: one that many views change costs the state little. An
 * operator and no function, for only that is told of a checkpoint in time.
 */
final class CellOperator extends AbstractStreamOperator<CellRow>
        implements OneInputStreamOperator<CellChange, CellRow>,
                Triggerable<String, VoidNamespace>,
                ProcessingTimeCallback {

    private static final long serialVersionUID = 1;

    private static final long SAID_EVERY_MS = 500;

    /** As objects; most take some kilobytes, those of a video that everybody watches up to a hundred. */
    private static final int WARM_MAX = 2_000;

    /**
     * How long a cell is kept when it is over: beacons are at most 24 h late ({@link Lateness}), and everything that
     * they change has then happened.
     */
    static final Duration KEPT = Lateness.MAX.plus(Lateness.MARGIN).plusHours(1);

    private transient @Nullable ValueState<byte[]> cells;
    private transient @Nullable InternalTimerService<VoidNamespace> ends;
    private transient @Nullable Counter late;

    /** By the text of their keys, the one that was used last at the end. */
    private transient @Nullable Map<String, Cell> warm;

    private transient @Nullable Set<String> changed;

    @Override
    public void open() throws Exception {
        super.open();
        late = getMetricGroup().counter("late");
        cells = getRuntimeContext().getState(new ValueStateDescriptor<>("state", BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        ends = getInternalTimerService("ends", VoidNamespaceSerializer.INSTANCE, this);
        warm = new LinkedHashMap<>(WARM_MAX, 0.75f, true);
        changed = new LinkedHashSet<>();
        sayLater();
    }

    private void sayLater() {
        var time = getProcessingTimeService();
        time.registerTimer(time.getCurrentProcessingTime() + SAID_EVERY_MS, this);
    }

    @Override
    public void processElement(StreamRecord<CellChange> element) throws Exception {
        var change = element.getValue();
        var cell = known(change.getCell());
        if (cell == null) {
            if (!change.hasBefore() && !change.hasAfter()) {
                return;
            }
            var key = CellKey.parse(change.getCell());
            var gone = key.start() + key.granularity().length().plus(KEPT).toMillis();
            if (gone <= requireNonNull(ends).currentWatermark()) {
                // What it was is forgotten here, and must not be written over.
                requireNonNull(late).inc();
                return;
            }
            cell = new Cell(key);
            requireNonNull(ends).registerEventTimeTimer(VoidNamespace.INSTANCE, gone);
            requireNonNull(warm).put(change.getCell(), cell);
        }
        cell.apply(change.hasBefore() ? change.getBefore() : null, change.hasAfter() ? change.getAfter() : null);
        requireNonNull(changed).add(change.getCell());
        if (requireNonNull(changed).size() >= WARM_MAX) {
            say();
        }
    }

    /** The cell of the current key, which is warm from then on. */
    private @Nullable Cell known(String key) throws IOException {
        var cell = requireNonNull(warm).get(key);
        if (cell == null) {
            var bytes = requireNonNull(cells).value();
            if (bytes != null) {
                cell = Cell.of(CellKey.parse(key), CellState.parseFrom(bytes));
                requireNonNull(warm).put(key, cell);
            }
        }
        return cell;
    }

    @Override
    public void onProcessingTime(long now) throws IOException {
        say();
        sayLater();
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
        say();
    }

    @Override
    public void finish() throws Exception {
        say();
        super.finish();
    }

    /** What was not said yet is kept, and said; then there is room again. */
    private void say() throws IOException {
        for (var key : requireNonNull(changed)) {
            var cell = requireNonNull(requireNonNull(warm).get(key));
            setCurrentKey(key);
            requireNonNull(cells).update(cell.state().toByteArray());
            output.collect(new StreamRecord<>(cell.row()));
        }
        requireNonNull(changed).clear();
        var oldest = requireNonNull(warm).keySet().iterator();
        for (var surplus = requireNonNull(warm).size() - WARM_MAX; surplus > 0; surplus--) {
            oldest.next();
            oldest.remove();
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        if (requireNonNull(changed).contains(timer.getKey())) {
            say();
            setCurrentKey(timer.getKey());
        }
        requireNonNull(warm).remove(timer.getKey());
        requireNonNull(cells).clear();
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("cells end by the time of the log");
    }
}

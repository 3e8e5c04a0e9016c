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
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Sums cells and says their absolute values, a cell at most twice a second however often it changes. A cell that was
 * changed and not said yet has a timer, which is part of a checkpoint as the cell is.
 *
 * <p>A cell that changes lies there as an object, and as bytes once it is said: most are of one minute of a video that
 * few watch, are never touched again, and take a tenth of the memory so. Large ones stay objects.
 */
final class CellFunction extends KeyedProcessFunction<String, CellChange, CellRow> {

    private static final long serialVersionUID = 1;

    /** Cells that change together are said together: a hot one costs no more than a quiet one. */
    private static final long SAID_EVERY_MS = 500;

    /**
     * How long a cell is kept when it is over: beacons are at most 24 h late ({@link Lateness}), and everything that
     * they change has then happened.
     */
    static final Duration KEPT = Lateness.MAX.plus(Lateness.MARGIN).plusHours(1);

    private transient @Nullable ValueState<Cell> changing;
    private transient @Nullable ValueState<byte[]> said;
    private transient @Nullable ValueState<Boolean> changed;
    private transient @Nullable Counter late;

    @Override
    public void open(OpenContext context) {
        late = getRuntimeContext().getMetricGroup().counter("late");
        changing = getRuntimeContext().getState(new ValueStateDescriptor<>("cell", CodecType.<Cell>of(Kind.CELL)));
        said = getRuntimeContext().getState(new ValueStateDescriptor<>("said", BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        changed = getRuntimeContext().getState(new ValueStateDescriptor<>("changed", Boolean.class));
    }

    @Override
    public void processElement(CellChange change, Context context, Collector<CellRow> out) throws Exception {
        var cell = known(change.getCell());
        if (cell == null) {
            if (!change.hasBefore() && !change.hasAfter()) {
                return;
            }
            var key = CellKey.parse(change.getCell());
            var gone = key.start() + key.granularity().length().plus(KEPT).toMillis();
            if (gone <= context.timerService().currentWatermark()) {
                // What it was is forgotten here, and must not be written over.
                requireNonNull(late).inc();
                return;
            }
            cell = new Cell(key);
            context.timerService().registerEventTimeTimer(gone);
        }
        cell.apply(change.hasBefore() ? change.getBefore() : null, change.hasAfter() ? change.getAfter() : null);
        requireNonNull(changing).update(cell);
        if (requireNonNull(changed).value() == null) {
            requireNonNull(changed).update(true);
            var now = context.timerService().currentProcessingTime();
            context.timerService().registerProcessingTimeTimer((now / SAID_EVERY_MS + 1) * SAID_EVERY_MS);
        }
    }

    private @Nullable Cell known(String key) throws IOException {
        var cell = requireNonNull(changing).value();
        if (cell != null) {
            return cell;
        }
        var bytes = requireNonNull(said).value();
        return bytes == null ? null : Cell.of(CellKey.parse(key), CellState.parseFrom(bytes));
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<CellRow> out) throws Exception {
        var cell = requireNonNull(changing).value();
        if (cell != null && requireNonNull(changed).value() != null) {
            out.collect(cell.row());
            requireNonNull(changed).clear();
            if (cell.small()) {
                requireNonNull(said).update(cell.state().toByteArray());
                requireNonNull(changing).clear();
            } else {
                requireNonNull(said).clear();
            }
        }
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            requireNonNull(changing).clear();
            requireNonNull(said).clear();
        }
    }
}

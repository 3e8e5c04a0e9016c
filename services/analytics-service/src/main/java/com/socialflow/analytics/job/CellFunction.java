package com.socialflow.analytics.job;

import com.socialflow.analytics.cells.Cell;
import com.socialflow.analytics.cells.CellKey;
import com.socialflow.proto.analytics.v1.CellChange;
import com.socialflow.proto.analytics.v1.CellRow;
import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Sums cells and says their absolute values, a cell at most twice a second however often it changes. A cell that was
 * changed and not said yet has a timer, which is part of a checkpoint as the cell is.
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

    private transient @Nullable ValueState<Cell> cells;
    private transient @Nullable ValueState<Boolean> changed;
    private transient @Nullable Counter late;

    @Override
    public void open(OpenContext context) {
        late = getRuntimeContext().getMetricGroup().counter("late");
        cells = getRuntimeContext().getState(new ValueStateDescriptor<>("cell", CodecType.<Cell>of(Kind.CELL)));
        changed = getRuntimeContext().getState(new ValueStateDescriptor<>("changed", Types.BOOLEAN));
    }

    @Override
    public void processElement(CellChange change, Context context, Collector<CellRow> out) throws Exception {
        var cell = cells().value();
        if (cell == null) {
            var key = CellKey.parse(change.getCell());
            var gone = key.start() + key.granularity().length().plus(KEPT).toMillis();
            if (gone <= context.timerService().currentWatermark()) {
                // What it was is forgotten here, and must not be written over.
                counter().inc();
                return;
            }
            cell = new Cell(key);
            context.timerService().registerEventTimeTimer(gone);
        }
        cell.apply(change.hasBefore() ? change.getBefore() : null, change.hasAfter() ? change.getAfter() : null);
        cells().update(cell);
        if (changed().value() == null) {
            changed().update(true);
            var now = context.timerService().currentProcessingTime();
            context.timerService().registerProcessingTimeTimer((now / SAID_EVERY_MS + 1) * SAID_EVERY_MS);
        }
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<CellRow> out) throws Exception {
        var cell = cells().value();
        if (cell != null && changed().value() != null) {
            out.collect(cell.row());
            changed().clear();
        }
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            cells().clear();
        }
    }

    private ValueState<Cell> cells() {
        return Objects.requireNonNull(cells);
    }

    private Counter counter() {
        return Objects.requireNonNull(late);
    }

    private ValueState<Boolean> changed() {
        return Objects.requireNonNull(changed);
    }
}

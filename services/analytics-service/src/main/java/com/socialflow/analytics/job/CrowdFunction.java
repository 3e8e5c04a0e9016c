package com.socialflow.analytics.job;

import static java.util.Objects.requireNonNull;
import static org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;

import com.socialflow.proto.analytics.v1.CellChange;
import com.socialflow.proto.analytics.v1.Contribution;
import com.socialflow.proto.analytics.v1.ViewChange;
import com.socialflow.views.Crowd;
import com.socialflow.views.Verdict;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Judges views together with their crowd, and says what changes in which cell. When the verdict turns, all views of
 * the crowd that are valid alone are taken back, or given back.
 */
final class CrowdFunction extends KeyedProcessFunction<String, ViewChange, CellChange> {

    private static final long serialVersionUID = 1;

    /** After the last change: another view of that hour can come so much later. */
    private static final Duration KEPT = Lateness.MAX.plus(Lateness.MARGIN).plusHours(2);

    private transient @Nullable ValueState<byte[]> crowds;
    private transient @Nullable MapState<String, byte[]> views;
    private transient String current = "";

    /** Which crowd a change belongs to; one that belongs to none is spread by its own name. */
    static String key(ViewChange change) {
        return change.getCrowd().isEmpty() ? "alone/" + change.getView() : change.getCrowd();
    }

    @Override
    public void open(OpenContext context) {
        crowds = getRuntimeContext().getState(new ValueStateDescriptor<>("crowds", BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        views = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("views", Types.STRING, BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        current = "%s/%d"
                .formatted(
                        getRuntimeContext().getJobInfo().getJobId(),
                        getRuntimeContext().getTaskInfo().getAttemptNumber());
    }

    @Override
    public void processElement(ViewChange change, Context context, Collector<CellChange> out) throws Exception {
        var before = change.hasBefore() ? change.getBefore() : null;
        var after = change.hasAfter() ? change.getAfter() : null;
        if (change.getCrowd().isEmpty()) {
            Changes.tell(before, after, out);
            return;
        }
        var bytes = requireNonNull(crowds).value();
        var known = bytes == null ? new Gathering(Kind.RULE.crowd(), 0, current) : Gathering.of(bytes);
        var crowd = known.crowd();
        var next = crowd.merge(Kind.RULE.crowd(change.getCrowdChange().toByteArray()));
        // A receipt of the beacon behind the change: time of the log, as watermarks have it.
        var time = requireNonNull(context.timestamp());
        requireNonNull(crowds).update(new Gathering(next, Math.max(time, known.changed()), current).bytes());
        if (bytes == null) {
            context.timerService().registerEventTimeTimer(time + KEPT.toMillis());
        }
        if (!current.equals(known.run())) {
            repeat(out);
        }
        var old = rejects(crowd);
        var now = rejects(next);
        // By what it would be alone: in what order a crowd comes together must not say which cells are written.
        Changes.tell(judged(before, old), after, out);
        Changes.tell(after, judged(after, now), out);
        remember(change.getView(), after);
        if (old != now) {
            for (var other : requireNonNull(views).entries()) {
                if (!other.getKey().equals(change.getView())) {
                    var view = Contribution.parseFrom(other.getValue());
                    Changes.tell(judged(view, old), judged(view, now), out);
                }
            }
        }
    }

    /**
     * Has the cells of all the crowd's views written again, once after each start. Since the checkpoint that this
     * goes on from, the crowd may have turned and its views' cells been written so; read again, views of other
     * partitions may come in another order, of which it never turns.
     */
    private void repeat(Collector<CellChange> out) throws Exception {
        for (var view : requireNonNull(views).values()) {
            var same = Contribution.parseFrom(view);
            out.collect(CellChange.newBuilder()
                    .setBefore(same)
                    .setAfter(same)
                    .setAgain(true)
                    .build());
        }
    }

    private static boolean rejects(Crowd crowd) {
        return crowd.verdict() instanceof Verdict.Rejected;
    }

    private static @Nullable Contribution judged(@Nullable Contribution view, boolean rejected) {
        return view != null && rejected && view.getValid()
                ? view.toBuilder().setValid(false).build()
                : view;
    }

    /** Those that are invalid anyway need not be found again. */
    private void remember(String name, @Nullable Contribution view) throws Exception {
        if (view != null && view.getValid()) {
            requireNonNull(views).put(name, view.toByteArray());
        } else {
            requireNonNull(views).remove(name);
        }
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<CellChange> out) throws Exception {
        var known = requireNonNull(crowds).value();
        var gone = (known == null ? 0 : Gathering.of(known).changed()) + KEPT.toMillis();
        if (gone > time) {
            context.timerService().registerEventTimeTimer(gone);
        } else {
            requireNonNull(crowds).clear();
            requireNonNull(views).clear();
        }
    }
}

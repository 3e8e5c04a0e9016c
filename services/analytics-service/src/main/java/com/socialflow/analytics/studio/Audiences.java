package com.socialflow.analytics.studio;

import com.socialflow.analytics.cells.Dimension;
import com.socialflow.analytics.studio.AudienceView.Part;
import com.socialflow.analytics.studio.FigureStore.Cells;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who watched, over a span of days. */
@Component
class Audiences {

    private final FigureStore store;

    Audiences(FigureStore store) {
        this.store = store;
    }

    AudienceView of(Scope scope, Span span) {
        var all = new Figures();
        store.counts(cells(scope, span, Dimension.ALL), row -> row.addCountsTo(all));
        store.sketches(cells(scope, span, Dimension.ALL), true, false, row -> row.addSketchesTo(all));
        return new AudienceView(
                span.from(),
                span.to(),
                all.of(Count.VIEWS),
                all.uniques(),
                parts(scope, span, Dimension.SOURCE, all),
                parts(scope, span, Dimension.COUNTRY, all),
                parts(scope, span, Dimension.DEVICE, all));
    }

    private List<Part> parts(Scope scope, Span span, Dimension dimension, Figures all) {
        var values = new HashMap<String, Figures>();
        store.counts(
                cells(scope, span, dimension),
                row -> row.addCountsTo(values.computeIfAbsent(row.value(), _ -> new Figures())));
        var views = all.of(Count.VIEWS);
        return values.entrySet().stream()
                .map(value -> new Part(
                        value.getKey(),
                        value.getValue().of(Count.VIEWS),
                        value.getValue().of(Count.WATCH_MILLIS) / 1_000.0,
                        views == 0 ? null : (Double) ((double) value.getValue().of(Count.VIEWS) / views)))
                .sorted(Comparator.comparingLong(Part::views).reversed().thenComparing(Part::value))
                .toList();
    }

    private static Cells cells(Scope scope, Span span, Dimension dimension) {
        return new Cells(scope, span.cells(), dimension, span.from(), span.to());
    }
}

package com.socialflow.analytics.studio;

import com.socialflow.analytics.cells.Dimension;
import com.socialflow.analytics.studio.AnalyticsView.Point;
import com.socialflow.analytics.studio.AnalyticsView.Series;
import com.socialflow.analytics.studio.FigureStore.Cells;
import com.socialflow.analytics.studio.FigureStore.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Series of metrics, and their sums: two or three statements, whatever is asked. */
@Component
class Analyses {

    /** Values of a dimension that have series of their own: those with the most views. */
    static final int VALUES_MAX = 25;

    /** All the others together. */
    static final String OTHERS = "other";

    private final FigureStore store;
    private final FollowerStore followers;

    Analyses(FigureStore store, FollowerStore followers) {
        this.store = store;
        this.followers = followers;
    }

    /** What is asked for. */
    record Question(Scope scope, Span span, Dimension dimension, List<Metric> metrics) {

        boolean needsUniques() {
            return metrics.stream().anyMatch(Metric::needsUniques);
        }

        boolean needsStartUps() {
            return metrics.stream().anyMatch(Metric::needsStartUps);
        }

        boolean needsFollowers() {
            return metrics.stream().anyMatch(Metric::needsFollowers);
        }
    }

    /** What is known of one value of the dimension. */
    private static final class Line {
        final Map<Instant, Figures> pieces = new HashMap<>();
        final Figures total = new Figures();
    }

    AnalyticsView of(Question question) {
        var lines = new LinkedHashMap<String, Line>();
        var total = new Figures();
        read(question, lines, total);
        if (question.dimension() == Dimension.ALL) {
            lines.computeIfAbsent("", _ -> new Line());
            followers(question, lines.get(""), total);
        }
        return present(question, shortened(lines), total);
    }

    private void read(Question question, Map<String, Line> lines, Figures total) {
        var span = question.span();
        var cells = new Cells(question.scope(), span.cells(), question.dimension(), span.from(), span.to());
        var uniques = question.needsUniques();
        var startUps = question.needsStartUps();
        Consumer<Row> counts = row -> into(question, row, lines, total).forEach(row::addCountsTo);
        Consumer<Row> sketches = row -> into(question, row, lines, total).forEach(row::addSketchesTo);
        switch (question.scope()) {
            case Scope.One _ -> store.whole(cells, uniques, startUps, counts.andThen(sketches));
            case Scope.Channel _ -> {
                store.counts(cells, counts);
                if (uniques || startUps) {
                    store.sketches(cells, uniques, startUps, sketches);
                }
            }
        }
    }

    private static List<Figures> into(Question question, Row row, Map<String, Line> lines, Figures total) {
        var line = lines.computeIfAbsent(row.value(), _ -> new Line());
        var piece = line.pieces.computeIfAbsent(question.span().pieceOf(row.start()), _ -> new Figures());
        return List.of(piece, line.total, total);
    }

    private void followers(Question question, Line line, Figures total) {
        if (!question.needsFollowers()) {
            return;
        }
        var span = question.span();
        var all = new ArrayList<>(List.of(line.total, total));
        for (var piece : span.pieces()) {
            all.add(line.pieces.computeIfAbsent(piece, _ -> new Figures()));
        }
        all.forEach(figures -> figures.addFollowers(0, 0));
        followers.of(question.scope(), span.cells(), span.from(), span.to(), (start, gained, lost) -> {
            var piece = line.pieces.computeIfAbsent(span.pieceOf(start), _ -> new Figures());
            List.of(piece, line.total, total).forEach(figures -> figures.addFollowers(gained, lost));
        });
    }

    /** The lines with the most views first, and the rest as one. */
    private static Map<String, Line> shortened(Map<String, Line> lines) {
        var order = lines.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Line>>comparingLong(
                                line -> -line.getValue().total.of(Count.RAW_VIEWS))
                        .thenComparing(Map.Entry::getKey))
                .toList();
        var kept = new LinkedHashMap<String, Line>();
        for (var line : order) {
            if (kept.size() < VALUES_MAX) {
                kept.put(line.getKey(), line.getValue());
            } else {
                var others = kept.computeIfAbsent(OTHERS, _ -> new Line());
                line.getValue()
                        .pieces
                        .forEach((piece, figures) -> others.pieces
                                .computeIfAbsent(piece, _ -> new Figures())
                                .addAll(figures));
                others.total.addAll(line.getValue().total);
            }
        }
        return kept;
    }

    private static AnalyticsView present(Question question, Map<String, Line> lines, Figures total) {
        var series = new ArrayList<Series>();
        var pieces = question.span().pieces();
        for (var metric : question.metrics()) {
            lines.forEach((value, line) -> {
                var points = pieces.stream()
                        .map(piece -> new Point(piece, metric.of(line.pieces.getOrDefault(piece, NOTHING))))
                        .toList();
                series.add(new Series(metric.word(), question.dimension() == Dimension.ALL ? null : value, points));
            });
        }
        var totals = new LinkedHashMap<String, @Nullable Number>();
        question.metrics().forEach(metric -> totals.put(metric.word(), metric.of(total)));
        var span = question.span();
        return new AnalyticsView(span.from(), span.to(), span.granularity().word(), series, totals);
    }

    private static final Figures NOTHING = new Figures();
}

package com.socialflow.analytics.studio;

import com.socialflow.analytics.cells.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Series as a table: a row for each piece of time and value of the dimension, a column for each metric. */
final class AnalyticsTable {

    private AnalyticsTable() {}

    static CsvTable of(AnalyticsView view, Dimension dimension, List<Metric> metrics) {
        var head = new ArrayList<>(List.of("time"));
        if (dimension != Dimension.ALL) {
            head.add(dimension.word());
        }
        metrics.forEach(metric -> head.add(metric.word()));
        var table = new CsvTable(head);
        rows(view, dimension).values().forEach(table::add);
        return table;
    }

    private static Map<String, List<@Nullable Object>> rows(AnalyticsView view, Dimension dimension) {
        var rows = new LinkedHashMap<String, List<@Nullable Object>>();
        for (var series : view.series()) {
            for (var point : series.points()) {
                var row = rows.computeIfAbsent(series.dimension() + " " + point.time(), _ -> {
                    var made = new ArrayList<@Nullable Object>(List.of(point.time()));
                    if (dimension != Dimension.ALL) {
                        made.add(series.dimension());
                    }
                    return made;
                });
                row.add(point.value());
            }
        }
        return rows;
    }
}

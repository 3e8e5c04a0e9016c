package com.socialflow.analytics.studio;

import com.socialflow.analytics.studio.AnalyticsView.Point;
import java.util.List;

/**
 * What happens now: views up to this moment.
 *
 * @param points one for every piece of the window, in order
 */
record RealtimeView(String window, List<Point> points, long total) {

    CsvTable table() {
        var table = new CsvTable("time", "views");
        points.forEach(point -> table.row(point.time(), point.value()));
        return table;
    }
}

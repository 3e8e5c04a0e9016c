package com.socialflow.analytics.studio;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for: of each metric, and of each value of the dimension, a point for every piece of time.
 *
 * @param to not included
 * @param totals by metric; of means, over the whole span
 */
record AnalyticsView(
        Instant from, Instant to, String granularity, List<Series> series, Map<String, @Nullable Number> totals) {

    /**
     * @param dimension its value, such as {@code search}; absent when none was asked for
     * @param points in the order of time
     */
    record Series(
            String metric,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String dimension,

            List<Point> points) {}

    /** {@code ["2026-11-27T12:00:00Z", 42]}; null where there is nothing that it could be of. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Point(Instant time, @Nullable Number value) {}
}

package com.socialflow.analytics.studio;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who watched: how many different visitors, from where, with what. The parts with the most views first. */
record AudienceView(
        Instant from,
        Instant to,
        long views,
        long uniques,
        List<Part> sources,
        List<Part> countries,
        List<Part> devices) {

    /**
     * @param share of all views that count, from 0 to 1; null when there are none
     */
    record Part(
            String value,
            long views,
            double watchSeconds,
            @Nullable Double share) {}

    CsvTable table() {
        var table = new CsvTable("dimension", "value", "views", "watchSeconds", "share");
        add(table, "source", sources);
        add(table, "country", countries);
        add(table, "device", devices);
        return table;
    }

    private static void add(CsvTable table, String dimension, List<Part> parts) {
        parts.forEach(part -> table.row(dimension, part.value(), part.views(), part.watchSeconds(), part.share()));
    }
}

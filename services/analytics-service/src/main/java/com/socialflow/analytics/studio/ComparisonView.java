package com.socialflow.analytics.studio;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.socialflow.core.VideoId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One metric of several videos, from the day on which each was published. */
record ComparisonView(String metric, int days, List<Compared> videos) {

    record Compared(VideoId id, String title, List<DayPoint> points) {}

    /** A day of the video, from 1, and the metric on it. Days that are yet to come are left out. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record DayPoint(int day, @Nullable Number value) {}

    CsvTable table() {
        var table = new CsvTable("video", "title", "day", metric);
        videos.forEach(video ->
                video.points().forEach(point -> table.row(video.id(), video.title(), point.day(), point.value())));
        return table;
    }
}

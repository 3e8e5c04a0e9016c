package com.socialflow.analytics.studio;

import com.socialflow.analytics.cells.Dimension;
import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads parameters of the studio's requests. */
final class StudioRequest {

    private StudioRequest() {}

    static List<Metric> metrics(@Nullable String text) {
        return text == null ? List.of(Metric.VIEWS, Metric.WATCH_SECONDS) : Metric.parse(List.of(text.split(",")));
    }

    static Dimension dimension(@Nullable String word) {
        for (var dimension : Dimension.values()) {
            if (dimension.word().equals(word == null ? Dimension.ALL.word() : word)) {
                return dimension;
            }
        }
        throw Problem.invalid("dimension", "unknown", "dimension is all, source, country or device");
    }

    static List<VideoId> videos(String text) {
        var words = text.split(",");
        if (text.isBlank() || words.length > Comparisons.VIDEOS_MAX) {
            throw Problem.invalid(
                    "videos", "count", "videos are from 1 to %d, with commas between them", Comparisons.VIDEOS_MAX);
        }
        return List.of(words).stream().map(StudioRequest::video).distinct().toList();
    }

    private static VideoId video(String word) {
        try {
            return VideoId.parse(word.strip());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("videos", "malformed", "an id of a video has 13 characters");
        }
    }

    static int days(int days) {
        if (days < 1 || days > Comparisons.DAYS_MAX) {
            throw Problem.invalid("days", "out-of-range", "days are from 1 to %d", Comparisons.DAYS_MAX);
        }
        return days;
    }
}

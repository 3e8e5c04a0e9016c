package com.socialflow.analytics.studio;

import com.socialflow.analytics.cells.Granularity;
import com.socialflow.analytics.studio.ComparisonView.Compared;
import com.socialflow.analytics.studio.ComparisonView.DayPoint;
import com.socialflow.analytics.videos.OwnedVideo;
import com.socialflow.core.Ids;
import com.socialflow.core.VideoId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How several videos did from their first day on: by one statement, or two. */
@Component
class Comparisons {

    /** Lines that can be told apart in one picture. */
    static final int VIDEOS_MAX = 10;

    static final int DAYS_MAX = 366;

    private final FigureStore store;
    private final FollowerStore followers;
    private final Clock clock;

    Comparisons(FigureStore store, FollowerStore followers, Clock clock) {
        this.store = store;
        this.followers = followers;
        this.clock = clock;
    }

    private record DayOf(VideoId video, Instant day) {}

    /** The metric of so many days from the first of each on. */
    ComparisonView of(List<OwnedVideo> videos, Metric metric, int days) {
        var first = videos.stream()
                .map(Comparisons::firstDay)
                .min(Instant::compareTo)
                .orElseThrow();
        var last = videos.stream()
                .map(Comparisons::firstDay)
                .max(Instant::compareTo)
                .orElseThrow();
        var cells = new HashMap<DayOf, Figures>();
        var asked = videos.stream().map(OwnedVideo::id).toList();
        var end = last.plus(Duration.ofDays(days));
        store.ofVideos(asked, first, end, row -> {
            var video = row.video();
            if (video != null) {
                var figures = cells.computeIfAbsent(new DayOf(video, row.start()), _ -> new Figures());
                row.addCountsTo(figures);
                row.addSketchesTo(figures);
            }
        });
        if (metric.needsFollowers()) {
            followers.ofVideos(
                    asked,
                    first,
                    end,
                    (video, day, gained, lost) -> cells.computeIfAbsent(new DayOf(video, day), _ -> new Figures())
                            .addFollowers(gained, lost));
        }
        return new ComparisonView(
                metric.word(),
                days,
                videos.stream()
                        .map(video -> new Compared(video.id(), video.title(), points(video, cells, metric, days)))
                        .toList());
    }

    private List<DayPoint> points(OwnedVideo video, Map<DayOf, Figures> cells, Metric metric, int days) {
        var points = new ArrayList<DayPoint>();
        var now = clock.instant();
        var start = firstDay(video);
        for (var day = 1; day <= days && !start.isAfter(now); day++) {
            var figures = cells.getOrDefault(new DayOf(video.id(), start), new Figures());
            if (metric.needsFollowers()) {
                figures.addFollowers(0, 0);
            }
            points.add(new DayPoint(day, metric.of(figures)));
            start = start.plus(Granularity.DAY.length());
        }
        return points;
    }

    /** Of one that was never published: when it was made. */
    private static Instant firstDay(OwnedVideo video) {
        return Granularity.DAY.start(
                video.publishedAt().orElse(Ids.time(video.id().value())));
    }
}

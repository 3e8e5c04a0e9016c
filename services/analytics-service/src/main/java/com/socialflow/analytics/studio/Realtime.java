package com.socialflow.analytics.studio;

import com.socialflow.analytics.cells.Dimension;
import com.socialflow.analytics.cells.Granularity;
import com.socialflow.analytics.recent.RecentPlays;
import com.socialflow.analytics.studio.Analyses.Question;
import com.socialflow.analytics.studio.AnalyticsView.Point;
import com.socialflow.core.Problem;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Views of the last hours and minutes; of the last seconds, plays as they begin, whether they will be views or not. */
@Component
class Realtime {

    private static final int HOURS = 48;
    private static final int MINUTES = 60;
    private static final int SECONDS = 60;

    private final Analyses analyses;
    private final RecentPlays recent;
    private final Clock clock;

    Realtime(Analyses analyses, RecentPlays recent, Clock clock) {
        this.analyses = analyses;
        this.recent = recent;
        this.clock = clock;
    }

    RealtimeView of(Scope scope, String window) {
        return switch (window) {
            case "48h" -> cells(scope, window, Granularity.HOUR, HOURS);
            case "60m" -> cells(scope, window, Granularity.MINUTE, MINUTES);
            case "60s" -> seconds(scope, window);
            default -> throw Problem.invalid("window", "unknown", "window is 48h, 60m or 60s");
        };
    }

    private RealtimeView seconds(Scope scope, String window) {
        var begin = clock.instant().truncatedTo(ChronoUnit.SECONDS).minusSeconds(SECONDS - 1);
        var plays = switch (scope) {
            case Scope.One(var video, var owner) -> recent.of(owner, video, begin);
            case Scope.Channel(var owner) -> recent.of(owner, begin);
        };
        var points = Stream.iterate(begin, second -> second.plusSeconds(1))
                .limit(SECONDS)
                .map(second -> new Point(second, plays.getOrDefault(second, 0L)))
                .toList();
        return new RealtimeView(
                window,
                points,
                plays.values().stream().mapToLong(Long::longValue).sum());
    }

    private RealtimeView cells(Scope scope, String window, Granularity granularity, int pieces) {
        var end = granularity.start(clock.instant()).plus(granularity.length());
        var begin = end.minus(granularity.length().multipliedBy(pieces));
        var view = analyses.of(new Question(
                scope, new Span(granularity, begin, end, ZoneOffset.UTC), Dimension.ALL, List.of(Metric.VIEWS)));
        var total = view.totals().get(Metric.VIEWS.word());
        return new RealtimeView(window, view.series().getFirst().points(), total == null ? 0 : total.longValue());
    }
}

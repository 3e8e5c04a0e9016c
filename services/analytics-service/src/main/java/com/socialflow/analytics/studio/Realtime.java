package com.socialflow.analytics.studio;

import com.socialflow.analytics.cells.Dimension;
import com.socialflow.analytics.cells.Granularity;
import com.socialflow.analytics.studio.Analyses.Question;
import com.socialflow.core.Problem;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Views of the last hours, minutes and seconds. */
@Component
class Realtime {

    private static final int HOURS = 48;
    private static final int MINUTES = 60;

    private final Analyses analyses;
    private final Clock clock;

    Realtime(Analyses analyses, Clock clock) {
        this.analyses = analyses;
        this.clock = clock;
    }

    RealtimeView of(Scope scope, String window) {
        return switch (window) {
            case "48h" -> cells(scope, window, Granularity.HOUR, HOURS);
            case "60m" -> cells(scope, window, Granularity.MINUTE, MINUTES);
            default -> throw Problem.invalid("window", "unknown", "window is 48h or 60m");
        };
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

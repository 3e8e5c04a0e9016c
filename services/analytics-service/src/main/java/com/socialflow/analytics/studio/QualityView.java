package com.socialflow.analytics.studio;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.socialflow.analytics.cells.StartUps;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How playing went at those who watched, whether their views count or not.
 *
 * @param views all of them
 */
record QualityView(
        long views,
        StartUp startup,
        long stalls,
        double stalledSeconds,
        double watchSeconds,
        long failures,
        long exitsBeforeStart) {

    /** How many seconds it took until playing began; quantiles are null when it never did. */
    record StartUp(@Nullable Double p50, @Nullable Double p95, List<Step> histogram) {}

    /** From so many seconds on, up to the next step: so many starts. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Step(double fromSeconds, long count) {}

    private static final double MILLIS = 1_000;

    static QualityView of(Figures figures) {
        var startUps = figures.startUps();
        return new QualityView(
                figures.of(Count.RAW_VIEWS),
                new StartUp(
                        quantile(startUps, 0.5),
                        quantile(startUps, 0.95),
                        IntStream.range(0, StartUps.STEP_COUNT)
                                .mapToObj(
                                        step -> new Step(StartUps.stepFromMillis(step) / MILLIS, startUps.count(step)))
                                .toList()),
                figures.of(Count.STALLS),
                figures.of(Count.STALLED_MILLIS) / MILLIS,
                figures.of(Count.WATCH_MILLIS) / MILLIS,
                figures.of(Count.FAILURES),
                figures.of(Count.EXITS_BEFORE_START));
    }

    private static @Nullable Double quantile(StartUps startUps, double share) {
        return startUps.count() == 0 ? null : (Double) (startUps.quantile(share) / MILLIS);
    }

    CsvTable table() {
        var table = new CsvTable("figure", "value");
        table.row("views", views);
        table.row("startupP50Seconds", startup.p50());
        table.row("startupP95Seconds", startup.p95());
        table.row("stalls", stalls);
        table.row("stalledSeconds", stalledSeconds);
        table.row("watchSeconds", watchSeconds);
        table.row("failures", failures);
        table.row("exitsBeforeStart", exitsBeforeStart);
        startup.histogram().forEach(step -> table.row("startsFrom" + step.fromSeconds() + "s", step.count()));
        return table;
    }
}

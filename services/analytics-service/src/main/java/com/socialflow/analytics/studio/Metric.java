package com.socialflow.analytics.studio;

import com.socialflow.core.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can be asked for. Means and shares are null where there is nothing that they could be of. */
enum Metric {
    /** Valid views by the public rule (docs/VIEW_RULE.md). */
    VIEWS(counted(Count.VIEWS)),
    /** All that played anything, counted or not. */
    RAW_VIEWS(counted(Count.RAW_VIEWS)),
    /** Different visitors of a day with a valid view; over several days somebody counts once a day. */
    UNIQUES(Figures::uniques),
    WATCH_SECONDS(seconds(Count.WATCH_MILLIS)),
    /** Of the video played in a view, from 0 to 1. */
    AVERAGE_PERCENTAGE(figures -> share(figures.of(Count.PLAYED_SUM), 10_000L * figures.of(Count.VIEWS))),
    AVERAGE_VIEW_SECONDS(figures -> share(figures.of(Count.WATCH_MILLIS), 1_000L * figures.of(Count.VIEWS))),
    /** Of a video those who began to follow its channel on its page; null where a dimension splits the views. */
    SUBSCRIBERS_GAINED(follows(Count.SUBSCRIBERS_GAINED)),
    /** Of a video those of them who follow no more; null where a dimension splits the views. */
    SUBSCRIBERS_LOST(follows(Count.SUBSCRIBERS_LOST)),
    /** Less those taken back. */
    LIKES(counted(Count.LIKES)),
    /** Reposts, quotes and posts with the video, less those taken back, and uses of the share button. */
    SHARES(counted(Count.SHARES)),
    COMMENTS(counted(Count.COMMENTS)),
    IMPRESSIONS(counted(Count.IMPRESSIONS)),
    CLICKS(counted(Count.CLICKS)),
    /** Of impressions that were followed, from 0 to 1. */
    CLICK_THROUGH(figures -> share(figures.of(Count.CLICKS), figures.of(Count.IMPRESSIONS))),
    /** The most who watched within the same half minute; by a dimension 0. */
    LIVE_PEAK(counted(Count.LIVE_PEAK)),
    /** Half of the starts took no longer. */
    STARTUP_SECONDS(figures -> figures.startUps().count() == 0
            ? null
            : (Number) (figures.startUps().quantile(0.5) / 1_000.0)),
    STALLS(counted(Count.STALLS)),
    STALLED_SECONDS(seconds(Count.STALLED_MILLIS)),
    FAILURES(counted(Count.FAILURES)),
    EXITS_BEFORE_START(counted(Count.EXITS_BEFORE_START)),
    /** In millionths of the currency; null until somebody earns with it. */
    REVENUE_MICROS(figures -> figures.has(Count.REVENUE_MICROS) ? (Number) figures.of(Count.REVENUE_MICROS) : null);

    private final Function<Figures, @Nullable Number> value;

    Metric(Function<Figures, @Nullable Number> value) {
        this.value = value;
    }

    @Nullable
    Number of(Figures figures) {
        return value.apply(figures);
    }

    boolean needsUniques() {
        return this == UNIQUES;
    }

    boolean needsFollowers() {
        return this == SUBSCRIBERS_GAINED || this == SUBSCRIBERS_LOST;
    }

    boolean needsStartUps() {
        return this == STARTUP_SECONDS;
    }

    /** As the API calls it, such as {@code watchSeconds}. */
    String word() {
        var word = new StringBuilder();
        for (var part : name().toLowerCase(Locale.ROOT).split("_")) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }

    /**
     * The metrics of these names, each once.
     *
     * @throws Problem 422 when one is none
     */
    static List<Metric> parse(List<String> words) {
        var found = new ArrayList<Metric>();
        for (var word : words) {
            var metric = find(word.strip());
            if (!found.contains(metric)) {
                found.add(metric);
            }
        }
        if (found.isEmpty()) {
            throw Problem.invalid("metrics", "missing", "names at least one metric");
        }
        return found;
    }

    static Metric find(String word) {
        for (var metric : values()) {
            if (metric.word().equals(word)) {
                return metric;
            }
        }
        throw Problem.invalid("metrics", "unknown", "there is no such metric; there are %s", words());
    }

    private static String words() {
        return String.join(
                ", ", EnumSet.allOf(Metric.class).stream().map(Metric::word).toList());
    }

    private static Function<Figures, @Nullable Number> counted(Count count) {
        return figures -> figures.of(count);
    }

    private static Function<Figures, @Nullable Number> follows(Count count) {
        return figures -> figures.has(count) ? (Number) figures.of(count) : null;
    }

    private static Function<Figures, @Nullable Number> seconds(Count count) {
        return figures -> figures.of(count) / 1_000.0;
    }

    private static @Nullable Number share(long part, long whole) {
        return whole == 0 ? null : (Number) ((double) part / whole);
    }
}

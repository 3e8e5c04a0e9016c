package com.socialflow.social.tags;

import com.socialflow.platform.recurring.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What trends: worked out from time to time, then read from a small table. */
@Component
class Trends {

    /** How old what is shown may be. */
    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** Days that tell what is usual; what is older is forgotten. */
    private static final Duration USUAL = Duration.ofDays(6);

    /** Fewer people than this are a conversation, not a trend. */
    private static final int PEOPLE_MIN = 3;

    /** Hashtags that are looked at: the busiest. */
    private static final int COUNTED_MAX = 500;

    /** Trends that are kept, for people and for moderators to look through. */
    private static final int KEPT_MAX = 100;

    private static final int SWEEP_BATCH = 10_000;

    private final TagStore tags;
    private final TrendStore store;
    private final TagSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Trends(
            TagStore tags,
            TrendStore store,
            TagSettings settings,
            TransactionTemplate transactions,
            Clock clock,
            Recurring recurring) {
        this.tags = tags;
        this.store = store;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
        recurring.every(PERIOD, "trends", this::run);
    }

    /** Those that may be shown, the strongest first. */
    List<Trend> shown(int limit) {
        return store.all().stream()
                .filter(trend -> trend.allowed() == null ? !settings.trendsNeedReview() : trend.allowed())
                .limit(limit)
                .toList();
    }

    /** All of them, for who reviews them. */
    List<Trend> all() {
        return store.all();
    }

    void run() {
        var now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var from = now.minus(Trend.HOURS - 1, ChronoUnit.HOURS);
        var before = from.minus(USUAL);
        var found = new ArrayList<Trend>();
        for (var counted : store.count(now, from, before, PEOPLE_MIN, COUNTED_MAX)) {
            var score = Burst.score(counted.hourly(), counted.baseline());
            if (score > 0) {
                var history = new ArrayList<Integer>();
                for (var people : counted.hourly()) {
                    history.add(people);
                }
                found.add(new Trend(counted.tag(), score, counted.people(), counted.posts(), history, null));
            }
        }
        found.sort(Comparator.comparingDouble(Trend::score).reversed());
        transactions.executeWithoutResult(_ -> store.replace(found.subList(0, Math.min(found.size(), KEPT_MAX))));
        tags.sweep(before, SWEEP_BATCH);
    }
}

package com.socialflow.views;

import static com.socialflow.views.Parts.AT;
import static com.socialflow.views.Parts.CLAIMED;
import static com.socialflow.views.Parts.CLOCK;
import static com.socialflow.views.Parts.ELAPSED;
import static com.socialflow.views.Parts.REASON;
import static com.socialflow.views.Parts.SEQUENCE;
import static com.socialflow.views.Parts.VISIBLE;
import static com.socialflow.views.Parts.WIDTH;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the parts of one watch are together. */
final class Judgement {

    private static final Reason[] REASONS = Reason.values();

    /** Whoever ends within this share after the threshold has stopped right there. */
    private static final int STOPPED_PERCENT = 25;

    /** From here on a play is taken as whole: credits begin at different places. */
    private static final int FINISHED_PERCENT = 80;

    /** So many parts tell one play from another. */
    private static final int PATTERN_PARTS = 3;

    /** Whoever tells times as round as this could be anybody. */
    private static final long ROUND_MILLIS = 100;

    private final ViewRule rule;
    private final Facts facts;
    private final long[] parts;

    private long at = Long.MAX_VALUE;
    private long claimed;
    private long visible;
    private long possible;
    private int rejected = Integer.MAX_VALUE;

    private Judgement(ViewRule rule, Facts facts, long[] parts) {
        this.rule = rule;
        this.facts = facts;
        this.parts = parts;
    }

    static Optional<View> of(ViewRule rule, Facts facts, long[] parts) {
        return new Judgement(rule, facts, parts).view();
    }

    private Optional<View> view() {
        sum();
        if (claimed == 0) {
            return Optional.empty();
        }
        var threshold = rule.thresholdMillis(facts.durationMillis());
        var finished = facts.durationMillis() > 0 && visible * 100 >= facts.durationMillis() * FINISHED_PERCENT;
        var stopped = !finished && visible >= threshold && visible * 100 <= threshold * (100 + STOPPED_PERCENT);
        return Optional.of(new View(at, claimed, visible, facts, rejection(threshold), stopped, finished, pattern()));
    }

    private void sum() {
        for (var i = 0; i < parts.length; i += WIDTH) {
            var reason = (int) parts[i + REASON];
            claimed += parts[i + CLAIMED];
            visible += parts[i + VISIBLE];
            if (parts[i + CLAIMED] > 0) {
                at = Math.min(at, parts[i + AT]);
            }
            if (reason == 0 || reason == Reason.HIDDEN.ordinal() + 1) {
                possible += parts[i + CLAIMED];
            } else {
                rejected = Math.min(rejected, reason);
            }
        }
    }

    private @Nullable Reason rejection(long threshold) {
        if (visible < threshold) {
            if (rejected != Integer.MAX_VALUE) {
                return REASONS[rejected - 1];
            }
            return possible >= threshold ? Reason.HIDDEN : Reason.SHORT;
        }
        if (tooFast()) {
            return Reason.TOO_FAST;
        }
        return Beat.robotic(parts) ? Reason.ROBOTIC : null;
    }

    /** More was played than the player's clock or the server's had time for. */
    private boolean tooFast() {
        var needed = 0L;
        var clocked = true;
        var elapsedFirst = Long.MAX_VALUE;
        var elapsedLast = Long.MIN_VALUE;
        var atFirst = Long.MAX_VALUE;
        var atLast = Long.MIN_VALUE;
        for (var i = 0; i < parts.length; i += WIDTH) {
            if (parts[i + VISIBLE] == 0) {
                continue;
            }
            var clock = parts[i + CLOCK];
            needed += clock;
            clocked &= parts[i + ELAPSED] != Moment.NO_CLOCK;
            elapsedFirst = Math.min(elapsedFirst, Math.max(0, parts[i + ELAPSED] - clock));
            elapsedLast = Math.max(elapsedLast, parts[i + ELAPSED]);
            atFirst = Math.min(atFirst, parts[i + AT] - clock);
            atLast = Math.max(atLast, parts[i + AT]);
        }
        return needed > rule.allowedMillis(atLast - atFirst)
                || (clocked && needed > rule.allowedMillis(elapsedLast - elapsedFirst));
    }

    private long pattern() {
        if (parts.length < PATTERN_PARTS * WIDTH) {
            return 0;
        }
        var hash = 1L;
        var round = true;
        for (var i = 0; i < PATTERN_PARTS * WIDTH; i += WIDTH) {
            var elapsed = parts[i + ELAPSED];
            var played = parts[i + CLAIMED];
            if (elapsed == Moment.NO_CLOCK) {
                return 0;
            }
            round &= elapsed % ROUND_MILLIS == 0 && played % ROUND_MILLIS == 0;
            hash = Longs.mix(hash ^ Longs.mix(parts[i + SEQUENCE]) ^ Longs.mix(elapsed + 1) ^ (played << 1));
        }
        return round ? 0 : hash;
    }
}

package com.socialflow.views.population;

import com.socialflow.views.Reason;
import java.util.EnumSet;
import java.util.Set;

/** Who watches, and for which reasons a view of theirs may be rejected. */
public enum Kind {
    /** Some leave early, leave the tab, or finish what was kept for days: only these reasons are true of people. */
    PERSON(Reason.SHORT, Reason.HIDDEN),
    OWNER(Reason.OWNER),
    DECLARED_BOT(Reason.BOT_AGENT),
    /** Many sessions of one network, which stop when the view is made. */
    VIEW_FARM(Reason.BURST),
    /** One session of a person, told again and again under other names. */
    REPLAYED_SESSION(Reason.REPLAYED),
    /** Intervals that run backwards, begin before the video or end after it. */
    IMPOSSIBLE_INTERVALS(Reason.IMPOSSIBLE_INTERVALS),
    /** A video that plays where nobody looks. */
    HIDDEN_TAB(Reason.HIDDEN),
    /** Programs in rented machines that watch for about a minute each. */
    DATA_CENTRE_BURST(Reason.DATA_CENTRE),
    /** More content than there was time for. */
    TOO_FAST(Reason.TOO_FAST),
    /** A program that waits as a player does, but never errs by a millisecond. */
    ROBOTIC(Reason.ROBOTIC);

    private final Set<Reason> reasons;

    Kind(Reason first, Reason... more) {
        this.reasons = EnumSet.of(first, more);
    }

    /** Why a view of theirs may be rejected. */
    public Set<Reason> reasons() {
        return reasons;
    }

    /** None of their views should count, however long. */
    public boolean fraud() {
        return this != PERSON;
    }
}

package com.socialflow.views;

import org.jspecify.annotations.Nullable;

/** What speaks against a crowd. Each bound is far from what people do, even hundreds of them behind one address. */
final class Suspicion {

    /** Fewer sessions that are alike may be chance. */
    private static final long BURST_VIEWS_MIN = 10;

    /** Of people about one in eight leaves just after the threshold. */
    private static final double BURST_STOPPED = 0.6;

    private static final long ALIKE_VIEWS_MIN = 20;

    /** Standard deviation of watched times by their mean: of people 0.5 and more. */
    private static final double ALIKE_SPREAD = 0.12;

    private static final double ALIKE_SHARE = 0.6;

    /** People come from data centres too, through VPNs; but hardly ever together and alike. */
    private static final long DATA_CENTRE_VIEWS_MIN = 5;

    private static final double DATA_CENTRE_STOPPED = 0.4;
    private static final double DATA_CENTRE_SPREAD = 0.35;
    private static final double DATA_CENTRE_AGENTS = 0.25;

    private static final long REPLAYED_VIEWS_MIN = 6;

    /** Probability that two of the crowd's sessions are the same to the millisecond, of which one in 128 is chance. */
    private static final double REPLAYED_PAIRS = 0.25;

    private Suspicion() {}

    static @Nullable Reason of(Crowd crowd) {
        var views = crowd.views();
        if (views < DATA_CENTRE_VIEWS_MIN) {
            return null;
        }
        if (replayed(crowd)) {
            return Reason.REPLAYED;
        }
        if (2 * crowd.sum(Sums.DATA_CENTRE) > views && oneWill(crowd, views)) {
            return Reason.DATA_CENTRE;
        }
        var stopped = views >= BURST_VIEWS_MIN && crowd.sum(Sums.STOPPED) >= BURST_STOPPED * views;
        return stopped || alike(crowd, ALIKE_VIEWS_MIN, ALIKE_SPREAD) ? Reason.BURST : null;
    }

    /** Signs that few programs, not many people, are behind it. */
    private static boolean oneWill(Crowd crowd, long views) {
        return crowd.sum(Sums.STOPPED) >= DATA_CENTRE_STOPPED * views
                || alike(crowd, DATA_CENTRE_VIEWS_MIN, DATA_CENTRE_SPREAD)
                || agents(crowd) <= DATA_CENTRE_AGENTS * Math.min(views, Sums.AGENTS_WIDTH);
    }

    /** Most left before the end, and all after about the same time. */
    private static boolean alike(Crowd crowd, long viewsMin, double spread) {
        var compared = crowd.sum(Sums.COMPARED);
        if (compared < viewsMin || compared < ALIKE_SHARE * crowd.views()) {
            return false;
        }
        var mean = (double) crowd.sum(Sums.PLAYED) / compared;
        var variance = (double) crowd.sum(Sums.PLAYED_SQUARED) / compared - mean * mean;
        return Math.sqrt(Math.max(0, variance)) < spread * mean;
    }

    private static boolean replayed(Crowd crowd) {
        var patterned = crowd.sum(Sums.PATTERNED);
        if (patterned < REPLAYED_VIEWS_MIN || 2 * patterned < crowd.views()) {
            return false;
        }
        var pairs = 0.0;
        for (var i = 0; i < Sums.PATTERNS_WIDTH; i++) {
            var same = (double) crowd.sum(Sums.PATTERNS + i);
            pairs += same * (same - 1);
        }
        return pairs > REPLAYED_PAIRS * patterned * (patterned - 1);
    }

    private static int agents(Crowd crowd) {
        var agents = 0;
        for (var i = 0; i < Sums.AGENTS_WIDTH; i++) {
            agents += crowd.sum(Sums.AGENTS + i) > 0 ? 1 : 0;
        }
        return agents;
    }
}

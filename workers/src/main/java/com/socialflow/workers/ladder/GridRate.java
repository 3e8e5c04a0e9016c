package com.socialflow.workers.ladder;

import com.socialflow.workers.inspect.FrameRate;
import com.socialflow.workers.inspect.VideoFacts;
import java.util.Comparator;
import java.util.List;

/** Chooses the constant frame rate for a source, which may have none. */
final class GridRate {

    private static final List<FrameRate> STANDARD = List.of(
            new FrameRate(24_000, 1001),
            new FrameRate(24, 1),
            new FrameRate(25, 1),
            new FrameRate(30_000, 1001),
            new FrameRate(30, 1),
            new FrameRate(48, 1),
            new FrameRate(50, 1),
            new FrameRate(60_000, 1001),
            new FrameRate(60, 1));

    /** Smoother than this costs and is hardly seen. */
    private static final FrameRate MAX = new FrameRate(60, 1);

    /** Slower sources repeat pictures: with fewer frames, keyframes could not come every two seconds. */
    private static final FrameRate MIN = new FrameRate(5, 1);

    /** How far timestamps rounded to milliseconds, or a lost frame, move the average of a constant rate. */
    private static final double CONSTANT_TOLERANCE = 0.001;

    /** 30 and 30000/1001 lie 0.1 % apart, and must not be taken for one another. */
    private static final double SAME_TOLERANCE = 0.0004;

    /** A variable rate is rounded to a standard one this near. */
    private static final double NEAR_TOLERANCE = 0.05;

    /** A source whose frames come much slower than its grid on average stands still at times: keep its grid. */
    private static final double STILL_SHARE = 0.75;

    private static final int FRACTION_MAX = 240_000;

    private GridRate() {}

    static FrameRate of(VideoFacts video) {
        var average = video.averageRate();
        var base = video.baseRate();
        boolean constant = near(average, base, CONSTANT_TOLERANCE);
        if (constant) return within(halved(snapped(base, SAME_TOLERANCE)));
        boolean baseUsable = base.compareTo(MAX) <= 0 && base.compareTo(MIN) >= 0;
        boolean averageUnreal = average.compareTo(base) > 0;
        boolean standsStill = average.perSecond() < STILL_SHARE * base.perSecond() && isStandardUpTo30(base);
        if (baseUsable && (averageUnreal || standsStill)) return snapped(base, SAME_TOLERANCE);
        return within(whole(snapped(average, NEAR_TOLERANCE)));
    }

    private static boolean isStandardUpTo30(FrameRate rate) {
        return STANDARD.contains(rate) && rate.compareTo(new FrameRate(30, 1)) <= 0;
    }

    private static FrameRate snapped(FrameRate rate, double tolerance) {
        var nearest = STANDARD.stream()
                .min(Comparator.comparingDouble(standard -> Math.abs(standard.perSecond() - rate.perSecond())))
                .orElseThrow();
        return near(nearest, rate, tolerance) ? nearest : rate;
    }

    /** 120 frames a second become 60, and 120000/1001 become 60000/1001, so that every other frame is used. */
    private static FrameRate halved(FrameRate rate) {
        var half = rate;
        while (half.compareTo(MAX) > 0 && half.denominator() <= FRACTION_MAX / 2) {
            half = new FrameRate(half.numerator(), half.denominator() * 2);
        }
        return snapped(half, SAME_TOLERANCE);
    }

    private static FrameRate whole(FrameRate rate) {
        return STANDARD.contains(rate) ? rate : new FrameRate((int) Math.max(1, Math.ceil(rate.perSecond())), 1);
    }

    private static FrameRate within(FrameRate rate) {
        if (rate.compareTo(MAX) > 0) return MAX;
        if (rate.compareTo(MIN) < 0) return MIN;
        // Odd fractions would need clocks too fine for players.
        return rate.numerator() > FRACTION_MAX ? whole(rate) : rate;
    }

    private static boolean near(FrameRate one, FrameRate other, double tolerance) {
        return Math.abs(one.perSecond() - other.perSecond()) <= tolerance * other.perSecond();
    }
}

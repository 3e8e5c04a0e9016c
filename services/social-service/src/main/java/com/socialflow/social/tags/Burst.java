package com.socialflow.social.tags;

/**
 * How far the use of a hashtag rises above what is usual for it.
 *
 * <p>People of the last 24 hours count, each hour's half as much as those of {@link #HALF_LIFE_HOURS} later; usual is
 * the mean of an hour of the six days before, weighed in the same way. The score is the rise in standard deviations of
 * a Poisson variable of that mean, {@code (now - usual) / sqrt(usual + PRIOR)}: a hashtag that is always busy does not
 * trend by being so, and a new one needs several people.
 */
final class Burst {

    /** A trend that nobody adds to is at half of its height after so many hours. */
    static final double HALF_LIFE_HOURS = 3;

    /** Variance that even an unknown hashtag has: two people at once are no trend. */
    private static final double PRIOR = 4;

    private Burst() {}

    /**
     * The score; not above 0: no trend.
     *
     * @param hourly people in each of the last 24 hours, the newest last
     * @param baseline people an hour in the days before, the mean
     */
    static double score(int[] hourly, double baseline) {
        var now = 0.0;
        var usual = 0.0;
        for (var age = 0; age < hourly.length; age++) {
            var weight = Math.pow(2, -age / HALF_LIFE_HOURS);
            now += weight * hourly[hourly.length - 1 - age];
            usual += weight * baseline;
        }
        return (now - usual) / Math.sqrt(usual + PRIOR);
    }
}

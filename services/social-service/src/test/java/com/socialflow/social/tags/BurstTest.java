package com.socialflow.social.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BurstTest {

    private static int[] lastHours(int... people) {
        var hourly = new int[Trend.HOURS];
        System.arraycopy(people, 0, hourly, hourly.length - people.length, people.length);
        return hourly;
    }

    @Test
    void whatIsAlwaysBusyDoesNotTrend() {
        var busy = new int[Trend.HOURS];
        Arrays.fill(busy, 1_000);

        assertThat(Burst.score(busy, 1_000)).isZero();
    }

    @Test
    void aRiseOfTheSmallStandsAboveOneOfTheBusy() {
        var small = Burst.score(lastHours(20), 0.1);
        var large = Burst.score(lastHours(1_020), 1_000);

        assertThat(small).isGreaterThan(large).isPositive();
    }

    @Test
    void halvesWithinItsHalfLife() {
        var before = Burst.score(lastHours(64), 0);
        var after = Burst.score(lastHours(64, 0, 0, 0), 0);

        assertThat(after).isEqualTo(before / 2);
    }

    @Test
    void oneThatFallsBelowItsUsualDoesNotTrend() {
        assertThat(Burst.score(lastHours(1), 10)).isNegative();
    }
}

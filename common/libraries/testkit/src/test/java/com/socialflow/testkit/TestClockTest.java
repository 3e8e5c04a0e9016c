package com.socialflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TestClockTest {

    @Test
    void standsStillUntilItIsMoved() {
        var clock = TestClock.atNoon();
        var before = clock.instant();

        assertThat(clock.instant()).isEqualTo(before);
        clock.advance(Duration.ofMinutes(5));
        assertThat(clock.instant()).isEqualTo(before.plusSeconds(300));
        assertThat(clock.withZone(ZoneId.of("Asia/Tokyo")).instant()).isEqualTo(clock.instant());
    }
}

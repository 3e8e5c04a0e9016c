package com.socialflow.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @Test
    void aRateAllowsAllAtOnceUnlessItSaysHowMany() {
        assertThat(Rate.valueOf("600/1m")).isEqualTo(new Rate(600, Duration.ofMinutes(1), 600));
        assertThat(Rate.valueOf("600/1h burst 20")).isEqualTo(new Rate(600, Duration.ofHours(1), 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "600", "600/", "0/1m", "600/0s", "600/1m burst 0", "600/1m, 20", "-1/1m", "many/1m"})
    void whatIsNoRateIsRefused(String text) {
        assertThatThrownBy(() -> Rate.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1, 600, 20", "100, 60000, 2000", "0.5, 300, 10", "0.0001, 1, 1"})
    void aScaleMultipliesBoth(double scale, long requests, long burst) {
        var scaled = Rate.valueOf("600/1m burst 20").times(scale);

        assertThat(scaled).isEqualTo(new Rate(requests, Duration.ofMinutes(1), burst));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::ffff, 20010db800010002",
        "2001:db8:1:3::1, 20010db800010003",
        "::ffff:203.0.113.9, 203.0.113.9"
    })
    void aNetworkIsOneCustomers(String address, String network) {
        assertThat(Network.of(address)).isEqualTo(network);
    }
}

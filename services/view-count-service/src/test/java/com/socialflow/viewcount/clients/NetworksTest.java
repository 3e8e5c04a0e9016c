package com.socialflow.viewcount.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks of data centres, and what is left of an address. */
class NetworksTest {

    private static final Networks SOME = Networks.of(List.of(
            "# a comment",
            "",
            "192.0.2.0/24 # somebody's",
            "192.0.2.128/25",
            "198.51.100.7",
            "203.0.113.0/28",
            "2001:db8:1::/48"));

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0, true",
        "192.0.2.255, true",
        "192.0.3.0, false",
        "192.0.1.255, false",
        "198.51.100.7, true",
        "198.51.100.8, false",
        "203.0.113.15, true",
        "203.0.113.16, false",
        "2001:db8:1:ffff::1, true",
        "2001:db8:2::1, false",
        "::1, false",
        "255.255.255.255, false"
    })
    void addressesAreInANetworkOrNot(String address, boolean inside) {
        assertThat(SOME.contain(InetAddress.ofLiteral(address))).isEqualTo(inside);
        assertThat(Networks.NONE.contain(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.0/33", "example.org/24", "192.0.2.0/x", "2001:db8::/129", "/8"})
    void whatIsNoNetworkIsRefused(String line) {
        assertThatThrownBy(() -> Networks.of(List.of(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line);
    }

    @Test
    void anAddressLosesItsLastPart() {
        assertThat(hex("192.0.2.77")).isEqualTo(hex("192.0.2.1")).isEqualTo("c00002");
        assertThat(hex("2001:db8:1:2::77")).isEqualTo("20010db80001");
        assertThat(hex("::ffff:192.0.2.77")).isEqualTo("c00002");
    }

    private static String hex(String address) {
        return HexFormat.of().formatHex(NetworkTables.truncated(InetAddress.ofLiteral(address)));
    }
}

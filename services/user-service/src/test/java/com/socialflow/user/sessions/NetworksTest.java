package com.socialflow.user.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.platform.limits.Network;
import com.socialflow.testkit.Asvs;
import org.junit.jupiter.api.Test;

class NetworksTest {

    @Asvs("V14.2.4")
    @Test
    void keepLessThanWhatNamesALine() {
        assertThat(Networks.kept("203.0.113.77")).isEqualTo("203.0.113.0/24");
        assertThat(Networks.kept("2001:db8:5:6:7:8:9:a")).isEqualTo("2001:db8:5:0:0:0:0:0/48");
        assertThat(Networks.kept("not an address")).isEqualTo("unknown");
    }

    @Test
    void countACustomerOfAProviderAsOne() {
        assertThat(Network.of("2001:db8:5:6::1")).isEqualTo(Network.of("2001:db8:5:6:ffff::2"));
        assertThat(Network.of("203.0.113.1")).isNotEqualTo(Network.of("203.0.113.2"));
    }
}

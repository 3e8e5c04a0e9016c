package com.socialflow.user.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.user.sessions.Device.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        Firefox on Linux | DESKTOP | Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
        Chrome on Windows | DESKTOP | Mozilla/5.0 (Windows NT 10.0) Chrome/140.0.0.0 Safari/537.36
        Edge on Windows | DESKTOP | Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0
        Safari on macOS | DESKTOP | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Safari/605.1.15
        Safari on iPhone | PHONE | Mozilla/5.0 (iPhone; CPU like Mac OS X) Mobile/15E148 Safari/604.1
        Safari on iPad | TABLET | Mozilla/5.0 (iPad; CPU like Mac OS X) Mobile/15E148 Safari/604.1
        Chrome on Android | PHONE | Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0.0.0 Mobile Safari/537.36
        Samsung Internet on Android | TABLET | Mozilla/5.0 (Linux; Android 14; X) SamsungBrowser/28 Chrome/130
        curl | PROGRAM | curl/8.5.0
        Java-http-client | PROGRAM | Java-http-client/25.0.3
        Unknown device | UNKNOWN | <script>alert(1)</script>
        Unknown device | UNKNOWN | Mozilla/5.0
        """)
    void isNamedAsPeopleCallIt(String name, Kind kind, String userAgent) {
        assertThat(Device.of(userAgent)).isEqualTo(new Device(name, kind));
    }

    @Test
    void isUnknownWhenItSaysNothing() {
        assertThat(Device.of(null)).isEqualTo(Device.UNKNOWN);
        assertThat(Device.of(" ")).isEqualTo(Device.UNKNOWN);
        assertThat(Device.of("x".repeat(100_000))).isEqualTo(Device.UNKNOWN);
    }
}

package com.socialflow.social.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushServicesTest {

    private final PushServices services = new PushServices(
            new PushSettings(List.of("fcm.googleapis.com", "*.push.apple.com", "*.notify.windows.com"), ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/abc",
                "https://FCM.googleapis.com:443/x",
                "https://web.push.apple.com/x",
                "https://wns2-by3p.notify.windows.com/w/?token=x"
            })
    void knowsPushServices(String endpoint) {
        assertThat(services.address(endpoint)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://fcm.googleapis.com/x",
                "https://fcm.googleapis.com:8443/x",
                "https://fcm.googleapis.com.evil.example/x",
                "https://evilpush.apple.com.example/x",
                "https://evil-push.apple.com/x",
                "https://.push.apple.com/x",
                "https://127.0.0.1/x",
                "https://[::1]/x",
                "https://169.254.169.254/latest/meta-data",
                "https://user@fcm.googleapis.com/x",
                "https://fcm.googleapis.com@127.0.0.1/x",
                "https://fcm.googleapis.com\\@127.0.0.1/x",
                "https://fcm.googleapis.com/x#y",
                "file:///etc/passwd",
                "fcm.googleapis.com/x",
                "https:/x",
                ""
            })
    void callsNothingElse(String endpoint) {
        assertThat(services.address(endpoint)).isEmpty();
    }
}
